/** An empty deck. The library's types describe its CommonJS form, where the class is a member; what Node loads is the class itself. */
import loaded from 'pptxgenjs';

type DeckClass = typeof loaded extends { default: infer C } ? C : typeof loaded;
export type Deck = DeckClass extends abstract new (...args: never[]) => infer D ? D : never;

const EmptyDeck = loaded as unknown as new () => Deck;

export function emptyDeck(): Deck {
  return new EmptyDeck();
}
