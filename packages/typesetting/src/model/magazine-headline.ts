export type Byline = {
  /** As it stands in the table of contents. */
  name: string
  line: string
  /** Too long to stand on one line below a headline. */
  isLong: boolean
}

const longByline = 40
const behindDash = /^(.{4,}?)[\s\u3000]*(?:——|－－|―{1,2})[\s\u3000]*(.{2,})$/u

/** Headline and second headline: the one given, or what stands behind —— in the headline. */
export function cutHeadline(headline: string, subtitle: string | null): { main: string; sub: string | null } {
  const main = headline.replace(/[ \u3000]+/gu, ' ')
  if (subtitle !== null) return main ? { main, sub: subtitle } : { main: subtitle, sub: null }
  const cut = behindDash.exec(main)
  return cut ? { main: cut[1]!, sub: `——${cut[2]}` } : { main, sub: null }
}

/** Headline and second headline as one text, for where they stand together. */
export function wholeHeadline(article: { headline: string | null; subtitle?: string | null }): string | null {
  const { headline, subtitle } = article
  if (!headline || !subtitle) return headline || subtitle || null
  return `${headline}${/^[—－-]/u.test(subtitle) ? '' : '——'}${subtitle}`
}

/** The line that names who wrote or sent in an article: without the brackets a bulletin sets it in. */
export function bylineOf(contributor: string | null): Byline | null {
  if (contributor === null) return null
  const line = /^[（(](.*)[）)]$/u.exec(contributor)?.[1]?.trim() || contributor
  const name = /^(?:供稿|撰稿|作者|文|来源|通讯员)[：:/／]?\s*(.+)$/u.exec(line)?.[1] ?? line
  return { name, line, isLong: line.length > longByline }
}
