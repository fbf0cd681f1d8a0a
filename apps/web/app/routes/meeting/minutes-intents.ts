import type { MeetingForms } from './meeting-form.ts'

/** The forms of a meeting that is over, by what their button asks for. */
export const minutesForms: MeetingForms = {}
