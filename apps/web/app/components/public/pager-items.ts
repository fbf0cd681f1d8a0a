import type { PagerItem } from '@waymark/ui/pager'

/** Every page of a list with its address. */
export const buildPagerItems = (pages: number, buildHref: (page: number) => string): PagerItem[] =>
  Array.from({ length: pages }, (_, index) => ({ page: index + 1, href: buildHref(index + 1) }))
