/** A document: what runs in it is the phone's own program (decision 039), and no script of SvelteKit's is sent (B6). */
export const csr = false;
