import { type FeedLink, type Html, html, type PageContent } from '@jianbao/platform/html'

export type TypeSize = 'normal' | 'large'

export type Frame = {
  readonly siteName: string
  readonly stylesheets: readonly string[]
  readonly size: TypeSize
  /** The address shown, for the link that changes the type size. */
  readonly address: string
  readonly origin: string
  readonly nav: readonly { readonly path: string; readonly label: string }[]
  readonly feeds: readonly FeedLink[]
}

/** The whole page around a page's content: masthead, navigation, main, foot. */
export function layOut(page: PageContent, frame: Frame): string {
  const { siteName, stylesheets, size, address, nav } = frame
  const path = address.split('?')[0]!
  const link = ({ path: to, label }: { path: string; label: string }): Html =>
    html`<a href="${to}"${path === to && html` aria-current="page"`}>${label}</a>`
  return html`<!DOCTYPE html>
<html lang="zh-CN" class="type-${size}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${siteName}</title>
${aboutPage(page, frame)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${stylesheets.map(sheet => html`<link rel="stylesheet" href="${sheet}">`)}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site">
  <p class="site-name"><a href="/">${siteName}</a></p>
  <nav aria-label="主导航">${link({ path: '/', label: '首页' })}${nav.map(link)}${switchType(address, size)}</nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="site">
  <p>${siteName}　公开的简报可以自由阅读、打印和下载。</p>
  <p>${frame.feeds[0] && html`<a href="${frame.feeds[0].path}">RSS 订阅</a>　`}<a href="/desk/">工作人员登录</a></p>
</footer>
</body>
</html>
`.markup
}

/** What search engines and programs that show a link ask of a page. A page that is missing has no address of its own. */
function aboutPage(page: PageContent, { siteName, origin, feeds }: Frame): Html {
  const { title, description, canonical, article, noIndex } = page
  const kinds = { rss: 'application/rss+xml', atom: 'application/atom+xml' } as const
  const address = canonical === undefined ? null : origin + canonical
  return html`${description && html`<meta name="description" content="${description}">`}
${noIndex && html`<meta name="robots" content="noindex, follow">`}
${
  address !== null &&
  html`<link rel="canonical" href="${address}">
<meta property="og:url" content="${address}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="${article ? 'article' : 'website'}">
<meta property="og:site_name" content="${siteName}">
<meta property="og:locale" content="zh_CN">
${description && html`<meta property="og:description" content="${description}">`}
${article?.publishedAt && html`<meta property="article:published_time" content="${article.publishedAt}">`}`
}
${[...(page.feeds ?? []), ...feeds].map(
  feed => html`<link rel="alternate" type="${kinds[feed.kind]}" title="${feed.title}" href="${feed.path}">
`,
)}`
}

function switchType(address: string, size: TypeSize): Html {
  // Two slashes at the front would name another host, or none at all.
  const url = new URL(address.replace(/^\/+/, '/'), 'http://site.invalid')
  url.searchParams.set('type', size === 'large' ? 'normal' : 'large')
  return html`<a class="type-switch" href="${url.pathname + url.search}" rel="nofollow">${size === 'large' ? '标准版' : '长辈版'}</a>`
}
