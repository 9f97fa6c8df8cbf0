/**
 * A browser sends no Origin with a GET to the page's own server, so a long-polling handshake says by this header that it
 * comes from there: another site's page could not set it without being asked first.
 */
export const OWN_PAGE_HEADER = 'x-plumbline-page';
