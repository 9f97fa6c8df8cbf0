/** One request as it stands, by a client that sends whatever it likes: any origin, host, cookie or forwarded header. */
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

export interface Asked {
  method?: 'GET' | 'POST';
  headers?: OutgoingHttpHeaders;
  /** Sent as a form. */
  form?: Record<string, string>;
  body?: Buffer;
}
export interface Answered {
  /** 101 when a socket was let in. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export function ask(
  port: number,
  path: string,
  { method, headers, form, body }: Asked = {},
): Promise<Answered> {
  const sent = form ? Buffer.from(new URLSearchParams(form).toString()) : body;
  return new Promise((done, fail) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      method: method ?? (sent ? 'POST' : 'GET'),
      headers: {
        accept: 'text/html',
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(sent ? { 'content-length': sent.length } : {}),
        ...headers,
      },
    });
    asked.on('error', fail);
    asked.on('upgrade', ({ headers: got }, socket) => {
      socket.destroy();
      done({ status: 101, headers: got, text: '' });
    });
    asked.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
      answer.on('error', fail);
    });
    asked.end(sent);
  });
}

/** `name=value` of every cookie that was set, with what was said about each. */
export function cookiesSet({ headers }: Answered): { pair: string; rules: string[] }[] {
  return (headers['set-cookie'] ?? []).map((line) => {
    const [pair = '', ...rules] = line.split(';').map((part) => part.trim());
    return { pair, rules };
  });
}
