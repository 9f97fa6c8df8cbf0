/** What the properties draw: the same at each run, so that a run tells of the code; others by `PROPERTY_SEED=2 npm run test:unit`. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? '1') });
