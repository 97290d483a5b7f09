import { type Html, html, type PageContent } from '@jianbao/platform/html'

export type TypeSize = 'normal' | 'large'

export type Frame = {
  readonly siteName: string
  readonly stylesheet: string
  readonly size: TypeSize
  /** The address shown, for the link that changes the type size. */
  readonly address: string
}

/** The whole page around a page's content: masthead, navigation, main, foot. */
export function layOut(page: PageContent, frame: Frame): string {
  const { siteName, stylesheet, size, address } = frame
  const path = address.split('?')[0]
  const link = (to: string, label: string): Html =>
    html`<a href="${to}"${path === to && html` aria-current="page"`}>${label}</a>`
  return html`<!DOCTYPE html>
<html lang="zh-CN" class="type-${size}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${siteName}</title>
${page.description && html`<meta name="description" content="${page.description}">`}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site">
  <p class="site-name"><a href="/">${siteName}</a></p>
  <nav aria-label="主导航">${link('/', '首页')}${link('/issues', '全部简报')}${switchType(address, size)}</nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="site">
  <p>${siteName}　公开的简报可以自由阅读、打印和下载。</p>
  <p><a href="/desk/">工作人员登录</a></p>
</footer>
</body>
</html>
`.markup
}

function switchType(address: string, size: TypeSize): Html {
  // Two slashes at the front would name another host, or none at all.
  const url = new URL(address.replace(/^\/+/, '/'), 'http://site.invalid')
  url.searchParams.set('type', size === 'large' ? 'normal' : 'large')
  return html`<a class="type-switch" href="${url.pathname + url.search}" rel="nofollow">${size === 'large' ? '标准版' : '长辈版'}</a>`
}
