/**
 * How a workbook comes out of a printer (ECMA-376, 18.3.1.51 and 18.3.1.63): across the sheet of paper, as many pages wide as it
 * can be read, with the heads and the first column on every page. Without it a table comes out in columns of loose pages.
 */
interface SheetShown {
  sheet?: string;
  stickyRowsCount?: number;
  columns?: readonly ({ width?: number } | null | undefined)[];
}

/** Characters that stand side by side on landscape paper, A4 or Letter, and can still be read. */
const CHARACTERS_ACROSS = 190;

/** What write-excel-file calls a feature. */
export const printedSheets = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, { columns = [] }: SheetShown): string => {
          const width = columns.reduce((sum, column) => sum + (column?.width ?? 0), 0);
          const across = Math.max(1, Math.ceil(width / CHARACTERS_ACROSS));
          return xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace(
              '</sheetData>',
              `</sheetData><pageSetup orientation="landscape" fitToWidth="${across}" fitToHeight="0"/>`,
            );
        },
      },
      'xl/workbook.xml': {
        transform: (xml: string, sheets: readonly SheetShown[]): string =>
          xml.replace('</sheets>', `</sheets><definedNames>${titles(sheets)}</definedNames>`),
      },
    },
  },
};

/** `sheet` is one of our own names: letters and spaces. */
function titles(sheets: readonly SheetShown[]): string {
  return sheets
    .flatMap(({ sheet = '', stickyRowsCount = 0 }, index) =>
      stickyRowsCount === 0
        ? []
        : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$A:$A,'${sheet}'!$1:$${stickyRowsCount}</definedName>`,
    )
    .join('');
}
