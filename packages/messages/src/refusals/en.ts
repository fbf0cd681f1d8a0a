import type { Refusals } from '../refusals.ts'

export const en: Refusals = {
  'not-found': () => 'There is nothing at this address. Check the address, or go back to the start page.',
  'not-signed-in': () => 'You are not signed in. Sign in and try again.',
  'not-allowed': () => 'Your role does not allow this. Ask an administrator if you need it.',
  'invalid-input': ({ path }) =>
    `${path ? `The value of “${path}” is not accepted.` : 'A value is not accepted.'} Correct it and try again.`,
  'invalid-date': ({ path }) =>
    `${path ? `“${path}” is not a date that exists.` : 'This is not a date that exists.'} Write a day as YYYY-MM-DD; where a month or a year is enough, YYYY-MM or YYYY.`,
  'invalid-instant': ({ path }) =>
    `${path ? `“${path}” is not a point in time that can be used.` : 'This is not a point in time that can be used.'} Write it with its offset, like 2013-11-27T09:00:00Z, and not in the future.`,
  'unknown-method': ({ known }) =>
    `There is no scoring method with this id. ${known ? `Use one of: ${known}.` : 'See the page on method for those that exist.'}`,
  'too-many-requests': ({ seconds }) =>
    `Too many requests came from here. ${seconds ? `Wait ${seconds} seconds and try again.` : 'Wait a minute and try again.'}`,
  busy: () =>
    'Another write, such as an import, is still under way. Nothing of yours was changed: try again in a minute.',
  'body-too-large': () => 'What was sent is too large. Send less at once.',
  'batch-too-large': () => 'Too many calls were sent in one request. Send fewer at once.',
  'json-only': () => 'This address takes JSON only. Send the request with the content type application/json.',
  'foreign-origin': () =>
    'The request came from another site and was not carried out. Open the page here and try again.',
  'effective-in-future': () =>
    'The date lies in the future. Only what has happened can be recorded: give today or an earlier date.',
  'rationale-missing': () => 'The rationale is empty. Say in a sentence why this finding is right.',
  'evidence-missing': () => 'There is no evidence. Add at least one item with its source.',
  'draft-law-caps-at-limited': () =>
    'Only draft laws support this level, and a draft law never counts for more than limited progress. Lower the level, or add other evidence.',
  'full-needs-two-origins': () =>
    'Full implementation needs supporting evidence of at least two independent origins. Add one, or choose a lower level.',
  'own-assessment': () => 'You wrote this assessment. Another person has to publish it.',
  'not-awaiting-review': () =>
    'This assessment is not waiting for review. Reload the page to see where it stands.',
  'not-published': () =>
    'This assessment is not published, so it cannot be corrected or withdrawn. Edit the draft instead.',
  'already-superseded': () =>
    'This assessment has already been corrected by a later one. Correct the later one instead.',
  'record-moved-on': () =>
    'The record has changed since you opened it. Both versions are shown below, and what you typed is kept: compare them and save again.',
  'draft-moved-on': () =>
    'This draft has been saved from elsewhere since you opened it. Both versions are shown below, and what you typed is kept: compare them and save again.',
  'comment-missing': () => 'The comment is empty. Tell the author what has to change.',
  'reason-missing': () =>
    'The reason is empty. Say why this is corrected or withdrawn; the reason stays in the record.',
  'unknown-source': ({ path }) =>
    `${path ? `The source named at “${path}” is not in this dossier.` : 'The source is not in this dossier.'} Add the source first, or choose another.`,
  'not-in-dossier': ({ key }) =>
    `${key ? `“${key}” is not on record in this dossier.` : 'This is not on record in this dossier.'} Choose one of those on record here.`,
  'not-a-level': ({ given, known }) =>
    `${given ? `“${given}” is not a level of this dossier’s scale.` : 'This is not a level of this dossier’s scale.'} Choose one of: ${known ?? 'none, limited, some, substantial, full'}.`,
  'source-missing': () => 'The source is missing. Choose one on record, or describe a new one.',
  'key-taken': ({ key }) =>
    `${key ? `The key “${key}” is already used in this dossier.` : 'This key is already used in this dossier.'} Choose another.`,
  'already-linked': ({ refs }) =>
    `${refs ? `Already linked to this milestone: ${refs}.` : 'This link is already on record.'} Correct the existing link instead.`,
  'linked-before-issue': ({ refs }) =>
    `${refs ? `These recommendations were issued after the milestone occurred: ${refs}.` : 'The recommendation was issued after the milestone occurred.'} What had passed by then cannot have hung on them: use the role “context”, or another date.`,
  'occurs-before-opened': ({ opened }) =>
    `Nothing on this track can have occurred before the track was opened${opened ? ` (${opened})` : ''}. Check the date, or correct the opening first.`,
  'milestone-cancelled': ({ cancelled }) =>
    `This milestone is on record as cancelled${cancelled ? ` (${cancelled})` : ''}. Take the cancellation back first.`,
  'milestone-occurred': ({ occurred }) =>
    `This milestone is on record as having occurred${occurred ? ` (${occurred})` : ''}. Correct that first.`,
  'nothing-to-waive': () =>
    'A link that only gives context asks for nothing. Leave it as it is, or correct its role first.',
  'waived-already': () =>
    'A waiver of this link already holds on that day. End it first, or leave it as it is.',
  'ends-before-it-began': ({ began }) =>
    `The end lies before the beginning${began ? ` (${began})` : ''}. Give that day or a later one.`,
  'unknown-colleague': () =>
    'One of the people named does not work here any more, or never did. Choose somebody from the list.',
  'colleague-may-not-read': () =>
    'One of the people named may not read this record, and was told nothing. Leave them out, or choose somebody who may read it.',
  'due-in-past': () => 'The day by which it is due has passed. Give today or a later day.',
  'assignment-done': () => 'This is done already. Ask anew if there is more to do.',
  'code-first': () =>
    'You were asked to rate this assessment before you see what its author found. Rate it or decline first.',
  'not-blind': () =>
    'This second rating is no longer open: whoever wrote the assessment, has already rated or declined it, or sees it reviewed, cannot rate it blind.',
  'from-after-to': () => 'The first date lies after the second. Exchange them, or choose others.',
  'source-exists': () =>
    'There is already a source with this key. Use that one, or give the new source another key.',
  'unknown-step': () => 'This progress step does not belong to the recommendation. Choose one of its steps.',
  'import-refused': ({ count }) =>
    `The file was not imported, and nothing was changed. ${count ? `Correct the errors listed (${count}) and import it again.` : 'Correct the errors listed and import it again.'}`,
  'file-too-large': () => 'The file is too large. Split it into several files.',
  'file-not-utf8': () => 'The file is not in UTF-8. Save it as UTF-8 and try again.',
  'file-not-json': () => 'The file is not JSON. Correct it at the line named and try again.',
  'file-too-deep': () => 'The file is nested too deep to be a dossier file. Check that it is the right file.',
  'file-missing': () => 'There is nothing to keep yet. Choose a file, or give the address of a page.',
  'file-damaged': () =>
    'The bytes of this file are no longer what was kept. Nothing was given out. Ask an administrator to restore the file from a backup.',
  'file-type-refused': () =>
    'Files of this kind are not taken in. Give a PDF, a PNG, JPEG or WebP image, a web page (HTML) or a DOCX document.',
  'file-does-not-match-its-type': ({ type }) =>
    `${type ? `The file looks like ${type}, but cannot be read as such.` : 'The file cannot be read as what it looks like.'} It is damaged, or something else in disguise: save it anew from the program it comes from.`,
  'file-holds-too-much': () =>
    'The file unpacks to more than is opened here: too many parts, pixels or pages. Save it smaller, or give the part that matters.',
  'file-holds-programs': () =>
    'The document carries programs (macros, embedded objects, or references that fetch from elsewhere). Save it without them, best as PDF.',
  'address-not-public': () =>
    'Nothing is fetched from this address: only pages on the public internet are, over http or https, without a name and password in the address. Check it, or save the page yourself and upload the file.',
  'page-unreachable': () =>
    'The page could not be reached. Check the address and try again later, or save the page yourself and upload the file.',
  'page-answers-with-error': ({ status }) =>
    `The site did not give out this page${status ? ` (status ${status})` : ''}. Check the address, or open the page yourself, save it and upload the file.`,
  'page-too-slow': () =>
    'The site took too long to answer. Try again later, or save the page yourself and upload the file.',
  'page-certificate-refused': ({ fault }) =>
    `The site does not prove that it is the one that its address names: ${fault === 'expired' ? 'its certificate is out of date' : fault === 'other-name' ? 'its certificate is of another name' : 'nobody who is trusted vouches for its certificate'}. Nothing was taken in. Open the page yourself, save it and upload the file, and say in the note what the browser warned of.`,
  'recorded-needs-new-dossier': () =>
    'Times of recording may be given only when history is brought into a new dossier. Remove “recorded” from the file.',
  'email-taken': () =>
    'There is already an account with this e-mail address. Use another address, or change that account.',
  'unknown-user': () => 'There is no account with this e-mail address. Check the address.',
  'last-administrator': () =>
    'This is the last active administrator. Make someone else an administrator first.',
  'password-too-short': ({ min }) =>
    `The password is too short. ${min ? `Use at least ${min} characters.` : 'Use a longer one.'}`,
  'consent-missing': () =>
    'It is not on record on what basis this may be told in public. Record the basis first: consent, or what stands in its place.',
  'real-name-shown': () =>
    'The real name behind the pseudonym, or a part of it, stands in what would be shown. Take it out of the name, the summary and the notes.',
  'proposed-already': () =>
    'A proposal on this case waits for a second person. Let it be decided, or take it back first.',
  'signing-key-missing': () =>
    'This installation has no key to sign editions with. Its operator sets WAYMARK_SIGNING_KEY; docs/operations.md says how.',
  'edition-in-future': () =>
    'An edition can only freeze what is known: choose a day and a moment that are not in the future.',
  'meeting-state': () =>
    'The meeting is at another stage, so this cannot be done to it any more, or not yet. Reload the page to see where it stands.',
  'meeting-unplanned': () => 'The meeting has no day yet. Plan it first: a title and a day.',
  'item-sealed': () =>
    'This item is decided and sealed. What was decided stays; add a new item if there is more to say.',
  'item-exists': () =>
    'This is on the agenda already. Look for it among the items that were dropped or put off.',
  'entry-moved-on': () =>
    'Somebody else changed this meanwhile. Both versions are shown; what you typed is kept.',
  'entry-not-of-kind': () => 'This is not, or no longer, an entry of that kind. Convert it first.',
  recused: () =>
    'You are recused from this item, so others write on it. Take back the recusal if it was a mistake.',
  'action-incomplete': () =>
    'An action point has no owner or no due date yet. Give it one of each, or make it a note.',
  'amendments-open': () =>
    'An amendment is still unsettled. Accept or decline it before the minutes are approved.',
  'amendments-not-open': () => 'The minutes are not open for amendments. Open them first.',
  'not-there': () =>
    'Only those who were present propose amendments. If you were, have the attendance corrected at the next meeting.',
  'action-closed': () => 'This action point is done or dropped. Reopen it first.',
  'embargo-in-past': () => 'The embargo ends in the past. Choose a later minute, or none to publish at once.',
  'not-proposed': () =>
    'This proposal no longer holds: it was decided, or the case has changed since. Look at the case as it is, and propose anew.',
  'private-name-shown': () =>
    'This would name a case that is not public to readers outside. Take the name out, or write a paper that stays inside.',
  'four-eyes': () => 'This takes two people: whoever proposed it cannot confirm it. Ask a second person.',
  'sign-in-refused': () =>
    'The e-mail address and password do not open an account here. Check both and try again.',
  'sign-in-again': () => 'The sign-in took too long or was used already. Start again with your password.',
  'wrong-code': () =>
    'This code is not valid now. Enter the one that your app shows at this moment, or a backup code that was not used yet.',
  'wrong-password': () => 'This is not your present password. Enter it again.',
  'password-too-long': ({ max }) => `The password is too long. Use at most ${max ?? 128} characters.`,
  'invalid-email': () => 'This is not an e-mail address. Write it like name@example.org.',
  'name-missing': () => 'The name is empty. Give the name by which colleagues know this person.',
  'second-factor-on': () =>
    'Two-factor sign-in is already on. Turn it off first if you want to set it up anew.',
  'second-factor-off': () => 'Two-factor sign-in is not on. Start setting it up again.',
}
