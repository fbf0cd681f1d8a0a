/** Light or dark, as the page needs it that shows a picture: the picture cannot know. */
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]
