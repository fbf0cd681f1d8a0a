import type { ErrorTexts } from '../errors.ts'

export const en: ErrorTexts = {
  skip: 'Skip to content',
  front: 'Front page',
  statuses: {
    400: {
      title: 'This address cannot be read',
      sentence: 'Part of it has a value that is not possible, such as a date that does not exist.',
      next: 'Check the address, or start again from the front page.',
    },
    401: {
      title: 'Sign in first',
      sentence: 'This page is for people with an account.',
      next: 'Nothing was changed.',
    },
    403: {
      title: 'You may not do this',
      sentence: 'Your role does not include it, or the request did not come from a page of this site.',
      next: 'Nothing was changed.',
    },
    404: {
      title: 'Nothing is published here',
      sentence: 'The address may be mistyped, or what it named is not public.',
      next: 'Start again from the front page.',
    },
    405: {
      title: 'This page only shows things',
      sentence: 'It cannot receive a form.',
      next: 'Nothing was changed. Go back and try the page again.',
    },
    409: {
      title: 'The record has moved on',
      sentence: 'Somebody else changed it after you opened the page.',
      next: 'Nothing was changed. Go back, reload the page, and compare.',
    },
    410: {
      title: 'Taken down',
      sentence:
        'What stood here was public and was taken down, to protect somebody. It is not told whom it was about.',
      next: 'Start again from the front page.',
    },
    422: {
      title: 'This was not accepted',
      sentence: 'A rule of the record forbids it.',
      next: 'Nothing was changed. Go back to see what you typed.',
    },
    429: {
      title: 'Too many attempts',
      sentence: 'There were too many requests from you in a short time.',
      next: 'Wait a minute, then try again.',
    },
    500: {
      title: 'Something went wrong on our side',
      sentence: 'The page could not be made. The error has been written to the log.',
      next: 'Try again shortly. What was recorded before is safe.',
    },
  },
}
