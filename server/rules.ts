/** The rules of a workshop, gathered for the room. */
import type { Rules } from './room/ports.ts';
import { apply } from './workshop/apply.ts';
import { decide } from './workshop/decide.ts';
import { consoleView } from './workshop/views/console-view.ts';
import { hostOwnView, ownView } from './workshop/views/own-view.ts';
import { phoneView } from './workshop/views/phone-view.ts';
import { screenView } from './workshop/views/screen-view.ts';
import { sharedParts } from './workshop/views/shared-parts.ts';
import { touchedBy } from './workshop/views/touched.ts';

export const workshopRules: Rules = {
  decide,
  apply,
  sharedParts,
  screenView,
  phoneView,
  consoleView,
  ownView,
  hostOwnView,
  touchedBy,
};
