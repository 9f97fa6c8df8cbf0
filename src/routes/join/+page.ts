/** A form that needs no script (B6). */
export const csr = false;
