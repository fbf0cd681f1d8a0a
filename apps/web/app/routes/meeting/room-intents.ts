import type { MeetingForms } from './meeting-form.ts'

/** The forms of a meeting that is in progress, by what their button asks for. */
export const roomForms: MeetingForms = {}
