/** A JSON Schema, in one line that a person can read. */
export interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Shape;
  properties?: Record<string, Shape>;
  required?: string[];
  anyOf?: Shape[];
  oneOf?: Shape[];
}

/** `name` gives a shape that is written elsewhere its name there. */
export function shapeOf(shape: Shape, name: (part: Shape) => string | null = () => null): string {
  const known = name(shape);
  if (known !== null) return known;
  const of = (part: Shape): string => shapeOf(part, name);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return either.map(of).join(' | ');
  if ('const' in shape) return JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (shape.type === 'array')
    return `${bracketed(of(shape.items ?? {}))}[]${range(shape.minItems, shape.maxItems)}`;
  if (shape.type === 'object') return fields(shape, of);
  if (shape.type === 'string') return `${shape.format ?? 'text'}${range(shape.minLength, shape.maxLength)}`;
  if (shape.type === 'integer' || shape.type === 'number') {
    return `${shape.type}${range(safe(shape.minimum), safe(shape.maximum))}`;
  }
  return shape.type ?? 'any';
}

function fields({ properties = {}, required }: Shape, of: (part: Shape) => string): string {
  const all = Object.entries(properties).map(([key, part]) => {
    const isOptional = required !== undefined && !required.includes(key);
    return `${key}${isOptional ? '?' : ''}: ${of(part)}`;
  });
  return all.length === 0 ? '{}' : `{ ${all.join(', ')} }`;
}

function bracketed(text: string): string {
  return text.includes(' | ') ? `(${text})` : text;
}

function range(from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return '';
  return `(${from ?? 0}..${to ?? ''})`;
}

/** A bound that only says what a number can hold says nothing to a reader. */
function safe(bound: number | undefined): number | undefined {
  return bound !== undefined && Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;
}
