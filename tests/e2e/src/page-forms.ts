import type { Page } from 'playwright-core'

/** A form of a page as it was when it was opened: where it goes, and its fields. */
export type OpenForm = { readonly action: string; readonly fields: readonly (readonly [string, string])[] }

/** What came of sending one: taken, or a page that says why not. */
export type Answer = { readonly taken: true } | { readonly taken: false; readonly html: string }

/**
 * Opens a page by the fetch of the page that is shown, as the person signed in there, and reads the form with this label.
 * For work in numbers, where a page a time would take minutes.
 */
export const openForm = (page: Page, path: string, label: string): Promise<OpenForm> =>
  page.evaluate(
    async ([at, name]) => {
      const shown = new DOMParser().parseFromString(await (await fetch(at)).text(), 'text/html')
      const form = [...shown.querySelectorAll('form')].find((one) => one.getAttribute('aria-label') === name)
      if (form === undefined) throw new Error(`there is no form “${name}” at ${at}`)
      const fields = [...new FormData(form)].map(([key, value]): [string, string] => [key, String(value)])
      return { action: form.getAttribute('action') ?? at, fields }
    },
    [path, label] as const,
  )

/** Sends a form by the fetch of the page, with some fields typed anew and a button pressed. */
export const sendForm = (
  page: Page,
  { action, fields }: OpenForm,
  typed: Readonly<Record<string, string>>,
): Promise<Answer> =>
  page.evaluate(
    async ({ to, sent }) => {
      const body = new URLSearchParams(sent)
      const answer = await fetch(to, { method: 'POST', body, redirect: 'manual' })
      if (answer.type === 'opaqueredirect') return { taken: true as const }
      return { taken: false as const, html: await answer.text() }
    },
    {
      to: action,
      sent: [...fields.filter(([name]) => typed[name] === undefined), ...Object.entries(typed)].map(
        ([name, value]) => [name, value],
      ),
    },
  )

/** What a refused form shows: its words, what is in its fields, its buttons, and the form that chooses field by field. */
export const readRefused = (page: Page, html: string, path: string) =>
  page.evaluate(
    ([text, at]) => {
      const shown = new DOMParser().parseFromString(text, 'text/html')
      const kept = [...shown.querySelectorAll<HTMLInputElement>('form:not(.moved form) textarea, form input')]
      const choice = shown.querySelector<HTMLFormElement>('section.moved form')
      return {
        words: shown.querySelector('main')?.textContent ?? '',
        kept: kept.filter((field) => field.closest('.moved') === null).map((field) => field.value),
        buttons: [...shown.querySelectorAll('button')].map((button) => button.value),
        choice:
          choice === null
            ? null
            : {
                action: choice.getAttribute('action') ?? at,
                fields: [...new FormData(choice)].map(([name, value]): [string, string] => [
                  name,
                  String(value),
                ]),
              },
      }
    },
    [html, path] as const,
  )
