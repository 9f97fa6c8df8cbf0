/** A phone that slept through an upgrade speaks an older version: it is told to reload, and its outbox keeps what was not sent. */
export const PROTOCOL_VERSION = 2;
