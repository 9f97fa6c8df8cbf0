/** What can be measured of a picture, so that a person looks first where something is likely to be wrong. */
import type { Page } from '@playwright/test';
import type { Size } from './sizes.ts';

export type FaceShown = 'phone' | 'screen' | 'console' | 'page';

export function inspect(page: Page, face: FaceShown, size: Size): Promise<string[]> {
  return page.evaluate(measure, { face, isPhone: size === 'phone', isProjector: size === 'projector' });
}

/** Runs in the page. */
function measure({
  face,
  isPhone,
  isProjector,
}: {
  face: string;
  isPhone: boolean;
  isProjector: boolean;
}): string[] {
  const found = new Set<string>();
  const root = document.documentElement;
  const isShown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 1 &&
      box.height > 1 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.visually-hidden, [aria-hidden="true"], option, .miniature') === null
    );
  };
  const short = (text: string): string => `“${text.trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
  if (root.scrollWidth > root.clientWidth + 1)
    found.add(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} px`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    const text = node.textContent ?? '';
    if (!parent || text.trim() === '' || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue;
    if (!isShown(parent)) continue;
    const code = /\b[a-z]+_[a-z_]+\b|\b\d{2}-\d{4}(?:\.\d\d)?\b|\b(?:undefined|null|NaN)\b|\[object/.exec(text);
    if (code) found.add(`raw code ${short(code[0])} in ${short(text)}`);
    const whole = parent.closest('p, li, td, th, dd, dt, h1, h2, h3, span, button, small')?.textContent ?? text;
    const plural = /(?:^|[^\d.,])1 (?:firms|people|employers|observers|steps|answers|comments|minutes|votes|rounds|proposals|occupations|days|months)\b/.exec(
      whole,
    );
    if (plural) found.add(`plural ${short(plural[0])}`);
    if (face === 'screen') {
      const scale = parent.offsetWidth > 0 ? parent.getBoundingClientRect().width / parent.offsetWidth : 1;
      const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (isProjector && size < 23.9) found.add(`${size.toFixed(1)} px: ${short(text)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.right > root.clientWidth + 1 || box.bottom > root.clientHeight + 1)
        found.add(`off the screen: ${short(text)}`);
    }
    const style = getComputedStyle(parent);
    if (
      (style.overflowX === 'hidden' || style.overflowX === 'clip') &&
      parent.scrollWidth > parent.clientWidth + 1
    )
      found.add(`cut off: ${short(text)}`);
    if ((style.overflowY === 'hidden' || style.overflowY === 'clip') && parent.scrollHeight > parent.clientHeight + 2)
      found.add(`cut off below: ${short(text)}`);
  }
  if (isPhone && face !== 'screen')
    for (const target of document.querySelectorAll('button, a[href], input, select, textarea, summary, [role="button"]')) {
      const box = (target.closest('label') ?? target).getBoundingClientRect();
      const isInline = target.tagName === 'A' && getComputedStyle(target).display === 'inline';
      if (isShown(target) && !isInline && (box.height < 43.5 || box.width < 43.5))
        found.add(
          `target ${Math.round(box.width)} × ${Math.round(box.height)}: ${target.tagName === 'INPUT' ? 'input' : short(target.getAttribute('aria-label') ?? target.textContent ?? '')}`,
        );
    }
  return [...found];
}
