import { expect, test } from 'vitest';
import { InOrder } from '../../src/lib/room/in-order.ts';

test('B6 what comes while a large message is unpacked waits behind it, and what cannot be unpacked holds nobody up', async () => {
  const line = new InOrder();
  const heard: string[] = [];
  const large = Promise.withResolvers<string>();
  line.hear(() => heard.push('at once'));
  void line.unpack(large.promise, (text) => heard.push(text));
  line.hear(() => heard.push('after it'));
  const broken = line.unpack(Promise.reject(new Error('damaged')), () => heard.push('never'));
  const last = line.unpack(Promise.resolve('last'), (text) => heard.push(text));
  expect(heard).toEqual(['at once']);
  large.resolve('large');
  await expect(broken).rejects.toThrow('damaged');
  await last;
  expect(heard).toEqual(['at once', 'large', 'after it', 'last']);
  line.hear(() => heard.push('at once again'));
  expect(heard).toHaveLength(5);
});
