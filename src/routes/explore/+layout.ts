/** The public pages are documents: no script is sent, so that they are light and work everywhere. */
export const csr = false;
