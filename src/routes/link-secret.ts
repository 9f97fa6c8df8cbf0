/**
 * The secret of a link that lets somebody in once. It stands behind the `#` of the address, which a browser keeps to itself: it is
 * in no request line, log or referrer, and a program that looks at the address does not use it up (S2). The page sends it as a form.
 */
export async function linkSecret(request: Request): Promise<string> {
  const value = (await request.formData()).get('secret');
  return typeof value === 'string' ? value.slice(0, 100) : '';
}
