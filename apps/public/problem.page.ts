import type { Problem } from '@jianbao/errors'
import { html, type PageContent } from '@jianbao/platform/html'

/** What a visitor sees instead of a page that is not there or could not be made. */
export function problemPage(problem: Problem): PageContent {
  const missing = problem.code === 'not-found'
  const title = missing ? '没有这一页' : '出了点问题'
  const text = missing ? '地址可能有误，或者这期简报已不再公开。' : problem.text('zh')
  return {
    title,
    main: html`<div class="empty"><h1>${title}</h1><p>${text}</p>
<p class="actions"><a class="button" href="/">回到首页</a><a href="/issues">全部简报</a></p></div>`,
  }
}
