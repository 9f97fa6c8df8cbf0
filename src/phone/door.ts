/**
 * The join form as the server made it. It works by itself; with this, what was typed is kept where the network is gone (N2), and the way in
 * needs no second page to load: what the server answers, a room or the form with what is wrong, is shown in place.
 */
import { PAGE_WORDS } from '#lib/ui/words/pages.ts';

const PATIENCE_MS = 20_000;

export function keepDoor(form: HTMLFormElement, next: () => void): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const unreachable = form.querySelector<HTMLElement>('[data-unreachable]');
  const wrong = form.querySelector<HTMLElement>('[aria-invalid]');
  wrong?.focus();
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.value.trim() !== '') forgive(target);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button?.disabled) return;
    const leave = button === null ? () => undefined : beBusy(button);
    if (unreachable) unreachable.hidden = true;
    void answerTo(form).then((page) => {
      leave();
      if (page === null) {
        if (unreachable) unreachable.hidden = false;
        unreachable?.scrollIntoView({ block: 'nearest' });
        return;
      }
      document.title = page.title;
      document.body.replaceChildren(...page.body.childNodes);
      scrollTo(0, 0);
      next();
    });
  });
}

/** The page the server answers with, or that it led to; null where there is no answer. */
async function answerTo(form: HTMLFormElement): Promise<Document | null> {
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: asTyped(form),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status >= 500) return null;
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    return null;
  }
}

function asTyped(form: HTMLFormElement): URLSearchParams {
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
  return typed;
}

function beBusy(button: HTMLButtonElement): () => void {
  const label = button.querySelector('span');
  const words = label?.textContent ?? '';
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  if (label) label.textContent = PAGE_WORDS.join.joining;
  return () => {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    if (label) label.textContent = words;
  };
}

/** What was wrong with a field is not said any longer once somebody has typed something there. */
function forgive(field: HTMLInputElement): void {
  if (!field.hasAttribute('aria-invalid')) return;
  field.removeAttribute('aria-invalid');
  document.getElementById(`${field.id}-error`)?.remove();
  field.removeAttribute('aria-describedby');
}
