/** What a room costs at least: Socket.IO that acknowledges each command, stores nothing, and sends its payload to everybody. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerQuestions } from './answer-questions.ts';
import { barePage } from './bare-page.ts';

export interface BareServed {
  address: string;
}

const http = createServer((request, response) => {
  if (request.url !== '/') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html' }).end(barePage);
});
const io = new Server(http, { perMessageDeflate: false, httpCompression: false });
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('command', (payload: unknown, reply: (ack: object) => void) => {
    reply({ ok: true });
    io.to('room').emit('command', payload);
  });
});
await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
const served: BareServed = { address: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
answerQuestions(served, {}, () => io.close());
