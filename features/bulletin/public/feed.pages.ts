/** What was published last, for feed readers: RSS 2.0 and Atom (RFC 4287), of the whole site or of one series. */
import {
  addressWith,
  type Feed,
  type FeedContent,
  type FeedLink,
  type Html,
  xml,
} from '@jianbao/platform/html'
import { type FeedIssue, isPublishedSeries, listFeed } from '../server/published/index.ts'
import { titleOf } from './issue-names.ts'

const mostIssues = 30
const mostHeadlines = 40

export const siteFeeds: readonly FeedLink[] = [
  { title: '简报（RSS）', path: '/feed.xml', kind: 'rss' },
  { title: '简报（Atom）', path: '/atom.xml', kind: 'atom' },
]

export function seriesFeeds(series: string): readonly FeedLink[] {
  return siteFeeds.map(feed => ({
    ...feed,
    title: feed.title.replace('简报', series),
    path: addressWith(feed.path, { series }),
  }))
}

type About = { readonly title: string; readonly origin: string; readonly self: string; readonly home: string }

export const feeds: readonly Feed[] = [
  { path: '/feed.xml', render: visit => render(visit, writeRss, 'application/rss+xml; charset=utf-8') },
  { path: '/atom.xml', render: visit => render(visit, writeAtom, 'application/atom+xml; charset=utf-8') },
]

async function render(
  { query, read, origin, siteName }: Parameters<Feed['render']>[0],
  write: (issues: readonly FeedIssue[], about: About) => Html,
  mediaType: string,
): Promise<FeedContent | null> {
  const series = query['series']?.slice(0, 200) || null
  const issues = await read(async tx => {
    if (series !== null && !(await isPublishedSeries(tx, series))) return null
    return listFeed(tx, series, mostIssues)
  })
  if (!issues) return null
  const path = write === writeRss ? '/feed.xml' : '/atom.xml'
  const about = {
    title: series === null ? siteName : `${series} · ${siteName}`,
    origin,
    self: origin + addressWith(path, { series: series ?? '' }),
    home: origin + (series === null ? '/' : addressWith('/issues', { series })),
  }
  const modifiedAt = issues.reduce<Date | null>(
    (newest, { changedAt }) => (newest && newest > changedAt ? newest : changedAt),
    null,
  )
  return { mediaType, body: write(issues, about), modifiedAt }
}

function writeRss(issues: readonly FeedIssue[], { title, origin, self, home }: About): Html {
  const newest = newestOf(issues)
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${title}</title><link>${home}</link><description>${title}公开的简报</description><language>zh-CN</language>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>${
    newest &&
    xml`
<lastBuildDate>${newest.toUTCString()}</lastBuildDate>`
  }
${issues.map(
  issue => xml`<item><title>${titleOf(issue)}</title><link>${origin}/issues/${issue.id}</link>
<guid isPermaLink="true">${origin}/issues/${issue.id}</guid><pubDate>${issue.publishedAt.toUTCString()}</pubDate>${
    issue.series && xml`<category>${issue.series}</category>`
  }
<description>${contentOf(issue, origin)}</description></item>
`,
)}</channel></rss>
`
}

function writeAtom(issues: readonly FeedIssue[], { title, origin, self, home }: About): Html {
  const updated = newestOf(issues) ?? new Date(0)
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${self}</id><title>${title}</title><updated>${updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="${home}"/>
${issues.map(
  issue => xml`<entry><id>urn:uuid:${issue.id}</id><title>${titleOf(issue)}</title>
<link rel="alternate" type="text/html" href="${origin}/issues/${issue.id}"/>
<published>${issue.publishedAt.toISOString()}</published><updated>${issue.changedAt.toISOString()}</updated>
<author><name>${issue.publisher || title}</name></author>
<content type="html">${contentOf(issue, origin)}</content></entry>
`,
)}</feed>
`
}

/** The headlines with links, as escaped HTML: what readers of feeds show. */
function contentOf({ id, items }: FeedIssue, origin: string): string {
  const shown = items
    .slice(0, mostHeadlines)
    .map(
      ({ id: articleId, headline, opening }) =>
        xml`<li><a href="${origin}/issues/${id}/articles/${articleId}">${headline ?? opening?.slice(0, 60) ?? '短讯'}</a></li>`,
    )
  const more = items.length - shown.length
  return xml`<ul>${shown}</ul>${more > 0 && xml`<p>另有 ${more} 篇</p>`}`.markup
}

const newestOf = (issues: readonly FeedIssue[]): Date | null =>
  issues.length ? new Date(Math.max(...issues.map(({ changedAt }) => changedAt.getTime()))) : null
