/**
 * The pages about the site itself: whole texts, in sections of paragraphs. The type is the contract for the other
 * languages. What is said here of cookies, records and tests is promised elsewhere by a test or a decision; change both.
 */
export const sitePages: SitePages = {
  nav: 'About this site',
  about: {
    link: 'About',
    title: 'What was asked, was it taken up, was it done, and which milestone passed regardless.',
    lead: 'Waymark keeps one record of recommendations on human rights, of the dialogue that takes them up, and of the agreement that was tied to them. It answers these four questions for any day, with evidence.',
    sections: [
      {
        title: 'Where it comes from',
        paragraphs: [
          'In November 2013 two organisations asked the European Union to raise seven concerns with Kazakhstan, to ask for specific steps of progress, and recalled that the Union had tied the negotiation of a new agreement to reform. Some years later nobody could say from one place what had become of it.',
          'The record begins with that statement and follows each recommendation, step and milestone since.',
        ],
      },
      {
        title: 'How a finding is made',
        paragraphs: [
          'An analyst assesses a recommendation on a scale whose levels are defined in words, cites the evidence for and against, and says how sure it is. A second person reviews and publishes it. What authorities claim of themselves stands beside the finding and is never counted as one.',
          'A correction does not replace what was said: it is a new entry that names the old one and gives its reason. Every page can be shown as it stood on any earlier day.',
        ],
      },
      {
        title: 'How it can be checked',
        paragraphs: [
          'Every figure names its method, its date and the cut-off of the record, and opens the items that it counts. The method page states every rule. The data of every page are there to be taken.',
          'All entries form a chain in which each covers the one before, so that a change without trace is found. Editions are frozen, signed, and can be verified on another machine.',
        ],
      },
      {
        title: 'Who is responsible',
        paragraphs: [
          'The findings are those of the organisation that runs this site. It is independent of the European Union and of every government, and the site is not an official one.',
          'The texts and data may be used under the licence Creative Commons Attribution 4.0, the software under the Apache License 2.0.',
        ],
      },
    ],
  },
  accessibility: {
    link: 'Accessibility',
    title: 'Everybody should be able to read this record.',
    lead: 'This site is made to conform to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. This statement was last revised on 30 November 2026.',
    sections: [
      {
        title: 'What was done',
        paragraphs: [
          'Every page works without script, by keyboard alone, at a width of 320 pixels and with text twice as large. Every picture has a text that says the same as its table, and no meaning depends on colour alone: each mark has a shape and a word.',
          'Colours were chosen and checked by computation for three kinds of colour blindness and in grey. Light, dark and high-contrast settings of your device are followed, and pages print on A4.',
        ],
      },
      {
        title: 'How it is checked',
        paragraphs: [
          'With each change of the software, an automatic checker (axe) looks at every page in light and dark, wide and narrow, and must find nothing. The main tasks are carried out by keyboard in a browser. Such checks find a part of all barriers, not all of them.',
        ],
      },
      {
        title: 'What is not accessible yet',
        paragraphs: [
          'Sources that are cited are documents of others, and many of them are not accessible. Titles and quotations stand in the language of their source.',
          'The site has not yet been tried by people who use screen readers every day.',
        ],
      },
      {
        title: 'When something does not work for you',
        paragraphs: [
          'Please tell the organisation that runs this site which page it was and what you use. You will be given what you need in another form.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Privacy',
    title: 'Nothing is kept about readers of this record.',
    lead: 'You can read every public page without telling anybody who you are. This page says what is processed, of whom, and why.',
    sections: [
      {
        title: 'If you read',
        paragraphs: [
          'Public pages set no cookie, run no script, ask no other site for anything, and count no visits. The server keeps no list of who asked for what; failures are logged without addresses. To protect the service, the number of requests from an address is counted in memory for a short time.',
          'A link to another site does not tell that site where you came from.',
        ],
      },
      {
        title: 'If you work on the record',
        paragraphs: [
          'For people with an account, the site keeps their name, e-mail address, role, the digest of their password, and the time, address and program of each session, so that they can see and end them. One cookie says that you are signed in; it is needed and used for nothing else.',
          'What you write to the record is kept for good with your name and the time: that is what makes it credible.',
        ],
      },
      {
        title: 'If you are named in the record',
        paragraphs: [
          'People are named publicly only with a basis that is written down: their consent, that of their family or lawyer, or that they are a public figure in the matter. Two people decide it. What is known of others is kept apart and is not public.',
          'You can ask to see what is kept about you, to have it corrected, or to have it taken away. Personal content can be erased for good; the record then keeps only that something was erased.',
        ],
      },
      {
        title: 'Who is responsible',
        paragraphs: [
          'The organisation that runs this site is responsible for it. If its answer does not satisfy you, you can turn to the data protection authority of your country.',
        ],
      },
    ],
  },
}

export type SiteText = {
  readonly link: string
  readonly title: string
  readonly lead: string
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[]
}

export type SitePages = {
  readonly nav: string
  readonly about: SiteText
  readonly accessibility: SiteText
  readonly privacy: SiteText
}
