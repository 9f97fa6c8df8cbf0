/** Plumbline started on a folder that is there already. */
import { startServer } from '../../server/start-server.ts';
import { answerQuestions, optionsGiven } from './answer-questions.ts';

const { dir } = optionsGiven<{ dir: string }>();
const startedAt = performance.now();
const server = await startServer({ host: '127.0.0.1', port: 0, data: { dir }, pages: 'none' });
answerQuestions({ restoreMs: performance.now() - startedAt }, {}, () => server.close());
