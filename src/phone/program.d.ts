declare module 'virtual:phone-program' {
  /** Addresses of the files a page with a phone in it loads, as src/phone/vite-plugin.ts built them. */
  export const phoneProgram: { script: string; styles: string[] };
}
