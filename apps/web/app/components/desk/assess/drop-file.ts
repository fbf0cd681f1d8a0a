import type { DragEvent } from 'react'

/** Lets a file be dropped on the form. */
export function overFile(event: DragEvent<HTMLElement>): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault()
}

/**
 * Chooses a dropped file in the item of evidence that it was dropped on; anywhere else on the form, in the first item that has
 * none.
 */
export function dropFile(event: DragEvent<HTMLElement>): void {
  const { files } = event.dataTransfer
  if (files.length === 0 || !(event.target instanceof Element)) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('fieldset.item input[type=file]')]
  const item = event.target.closest('fieldset.item')
  const field = fields.find((one) => item?.contains(one)) ?? fields.find((one) => one.files?.length === 0)
  if (field === undefined) return
  event.preventDefault()
  field.files = files
  const details = field.closest('details')
  if (details) details.open = true
  field.focus()
}
