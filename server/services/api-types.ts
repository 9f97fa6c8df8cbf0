/** What the pages may ask of the interface for programs. Types only. */

export interface ApiAnswer {
  status: 200 | 404;
  /** JSON. */
  body: string;
  /** Equal for equal bodies. */
  etag: string;
}

export interface PublicApi {
  /** `path` below /api/v1: '' or '/occupations/29-1141'. */
  answer(path: string, query: URLSearchParams): Promise<ApiAnswer>;
}
