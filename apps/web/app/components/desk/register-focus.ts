const name = 'waymark:register-row'
type Wish = { readonly ref: string; readonly step: 0 | 1 }

/** Lets the register's grid take the focus: on the row of a recommendation, or on the one after it. */
export function focusRegisterRow(ref: string, step: 0 | 1 = 0): void {
  window.dispatchEvent(new CustomEvent<Wish>(name, { detail: { ref, step } }))
}

/** Calls back when something on the page wants the focus on a row. Returns what ends it. */
export function onRowWanted(act: (wish: Wish) => void): () => void {
  const take = (event: Event) => act((event as CustomEvent<Wish>).detail)
  window.addEventListener(name, take)
  return () => window.removeEventListener(name, take)
}
