/** Answers `/api/v1`: the endpoints, and their description (OpenAPI 3.1) made from the same schemas. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { endpoints } from './api-endpoints.ts';
import type { ApiSources, Endpoint } from './api-endpoints.ts';
import type { ApiAnswer, PublicApi } from './api-types.ts';

export class EndpointApi implements PublicApi {
  readonly #sources: ApiSources;

  constructor(sources: ApiSources) {
    this.#sources = sources;
  }

  async answer(path: string, query: URLSearchParams): Promise<ApiAnswer> {
    if (path === '' || path === '/openapi.json') return answerOf(200, description());
    for (const endpoint of endpoints) {
      const part = matched(endpoint.path, path);
      const found = part === null ? null : await endpoint.respond(this.#sources, part, query);
      if (found !== null) return answerOf(200, found);
    }
    const error = 'There is nothing published at this address. /api/v1/openapi.json says what there is.';
    return answerOf(404, { error });
  }
}

function answerOf(status: ApiAnswer['status'], content: unknown): ApiAnswer {
  const body = JSON.stringify(content);
  return { status, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** What stands at the place in braces, '' where there is none; null where the path is another. */
function matched(pattern: string, path: string): string | null {
  const [asked, wanted] = [path.split('/'), pattern.split('/')];
  if (asked.length !== wanted.length) return null;
  let part = '';
  for (const [index, name] of wanted.entries()) {
    const given = asked[index] ?? '';
    if (name.startsWith('{') && given !== '') part = given;
    else if (name !== given) return null;
  }
  return part;
}

function description(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline: published occupations, pathways and revisions',
      version: '1',
      description:
        'Read only, for anyone. Published figures and what employers agreed stand beside each other; nothing of a person is in it. Send If-None-Match with an ETag to be told that nothing has changed.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(endpoints.map((each) => [each.path, { get: operation(each) }])),
  };
}

function operation({ path, summary, query, answer }: Endpoint): object {
  const inPath = /\{(\w+)\}/.exec(path)?.[1];
  return {
    summary,
    parameters: [
      ...(inPath === undefined
        ? []
        : [{ name: inPath, in: 'path', required: true, schema: { type: 'string' } }]),
      ...Object.entries(query).map(([name, { meaning, isNumber }]) => ({
        name,
        in: 'query',
        required: false,
        description: meaning,
        schema: { type: isNumber ? 'integer' : 'string' },
      })),
    ],
    responses: {
      200: {
        description: 'As published.',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: jsonSchema(answer) } },
      },
      304: { description: 'Nothing has changed.' },
      404: { description: 'Nothing is published at this address.' },
    },
  };
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, and says so once for the whole document. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}
