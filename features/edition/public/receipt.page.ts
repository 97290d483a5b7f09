import { localDay } from '@jianbao/platform/clock'
import { html, type Page } from '@jianbao/platform/html'
import { findByToken } from '../server/distribution/receipt.store.ts'

/** Opening it writes nothing: programs that check mail open links too. Its button posts. */
export const receiptPage: Page = {
  path: '/deliveries/:token',
  render: async ({ params, read }) => {
    const token = params['token'] ?? ''
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
    const row = await read(tx => findByToken(tx, token))
    if (!row) return null
    const path = `/deliveries/${token}`
    const confirmed = row.acknowledgedAt
    return {
      title: row.issueName,
      noIndex: true,
      personal: true,
      main: html`<article class="receipt">
<h1>${row.issueName}</h1>
<p class="facts"><span>${row.issuer}</span><span>${day(row.issuedAt)}印发</span></p>
${row.title && html`<p>${row.title}</p>`}
<p>收件：${row.name}</p>
${row.recallReason && html`<aside class="errata"><p>${row.issuer}已撤回此件：${row.recallReason}</p></aside>`}
${row.errata.length > 0 && html`<aside class="errata" aria-labelledby="errata"><h2 id="errata">勘误</h2><ol>${row.errata.map(words => html`<li><p>${words}</p></li>`)}</ol></aside>`}
${row.files['pdf'] && html`<p class="actions"><a class="button" href="${path}/file">下载 PDF</a></p>`}
${
  confirmed
    ? html`<p role="status"><strong>已于${day(confirmed)}确认收到。</strong></p>`
    : html`<p>收到后请点下面的按钮，编印单位会看到贵单位已收到。</p>
<form method="post" action="${path}/confirm" enctype="text/plain"><button type="submit" class="button">确认收到</button></form>`
}
</article>`,
    }
  },
}

const day = (at: string | Date): string => {
  const [year, month, date] = localDay(new Date(at)).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
