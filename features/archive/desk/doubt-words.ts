import { useLanguage } from '@jianbao/ui'

/** What each kind of doubt means. The reader words every single one in Chinese, with the words of the document. */
export const englishDoubts: Readonly<Record<string, string>> = {
  'no-issue-number': 'No issue number was found',
  'no-date': 'No date of issue was found',
  'no-column': 'No column was found',
  'no-publisher': 'No publisher was found',
  'no-headline': 'This article has no headline',
  'join-uncertain': 'Check what belongs together here',
  'column-uncertain': 'Check which articles belong to this column',
  'kind-uncertain': 'Check the kind of document or article',
  'unit-uncertain': 'Check this unit',
  'date-uncertain': 'Check this date',
  'place-uncertain': 'Check this place',
  'figure-uncertain': 'Check this figure',
  'event-uncertain': 'Check this event',
  'masthead-uncertain': 'Check the masthead',
  'year-assumed': 'The year is not written; check the one assumed',
  'encoding-repaired': 'Damaged characters were repaired',
  'control-characters': 'Control characters were left out',
  'another-document': 'Text of another document was left out',
  'list-count-differs': 'A list has another number of items than the text says',
  'macros-left-out': 'Macros were left out',
  'links-left-out': 'Links to other files were left out',
  'pictures-left-out': 'Pictures were left out',
  'pages-left-out': 'Pages without text were left out',
  'characters-repaired': 'Look-alike characters were repaired',
  'page-turned': 'A page was turned before it was read',
  recognised: 'Read from a picture; compare it with the original',
  'recognition-uncertain': 'Letters of the picture are uncertain',
}

/** @returns a doubt in the language of the reader: in English its kind, then what it was said of. */
export function useDoubtWords() {
  const language = useLanguage()
  return ({ code, message }: { readonly code: string; readonly message: string }): string => {
    const kind = language === 'en' ? englishDoubts[code] : undefined
    return kind ? `${kind}: ${message}` : message
  }
}
