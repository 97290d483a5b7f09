const leader = /[.…·\s]*[(（/]?\s?\d{1,3}\s?[)）]?$/

/** The title in a line of a list of contents, without leader dots, page and blanks; nothing for its heading. */
export function endsOfContents(text: string): string[] {
  const title = text.replace(leader, '').replace(/\s/g, '')
  return title.length >= 4 ? [title] : []
}
