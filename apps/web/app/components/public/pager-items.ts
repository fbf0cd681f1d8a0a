import type { PagerItem } from '@waymark/ui/pager'

/** Pages on each side of the current one that are named; the first and the last always are. */
const around = 4

/** The pages of a list with their addresses: all of a short one; of a long one the first, the last and those near by. */
export const buildPagerItems = (
  pages: number,
  buildHref: (page: number) => string,
  current = 1,
): PagerItem[] =>
  Array.from({ length: pages }, (_, index) => index + 1)
    .filter(
      (page) => pages <= 3 * around || page === 1 || page === pages || Math.abs(page - current) <= around,
    )
    .map((page) => ({ page, href: buildHref(page) }))
