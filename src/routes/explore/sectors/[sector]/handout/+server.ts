import { materialResponse } from '../../../material-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => materialResponse(event, 'handout', event.params.sector);
