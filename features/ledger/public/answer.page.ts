import { localDay } from '@jianbao/platform/clock'
import { type Html, html, type Page, type PageContent, viewTrail } from '@jianbao/platform/html'
import { type SatisfactionChoice, satisfactionChoices } from '../contract/index.ts'
import { type AskedService, findAsked } from '../server/service/index.ts'
import type { ServicePages } from './service-pages.ts'

export const answerLimit = 300

/** What a link of those served opens. Opening it writes nothing: programs that check mail open links too. */
export const answerPage = ({ clock }: Pick<ServicePages, 'clock'>): Page => ({
  path: '/services/answers/:token',
  render: async ({ params, read }) => {
    const token = params['token'] ?? ''
    const asked = await read(tx => findAsked(tx, token, localDay(clock.now())))
    return asked && viewAnswer(asked, { token, choice: '', words: '', fault: null })
  },
})

export type TypedAnswer = {
  readonly token: string
  readonly choice: string
  readonly words: string
  readonly fault: { readonly field: 'choice' | 'words'; readonly words: string } | null
}

export function viewAnswer(asked: AskedService, typed: TypedAnswer): PageContent {
  return {
    title: asked.standing === 'open' ? '请您评一评' : closedTitles[asked.standing],
    noIndex: true,
    personal: true,
    main: html`${viewTrail(
      [
        { path: '/', label: '首页' },
        { path: '/services', label: '为群众办实事' },
      ],
      '请您评一评',
    )}
<article class="case"><h1>${asked.title}</h1>
<p class="facts"><span>${asked.unitName}</span></p>
${asked.standing === 'open' ? viewForm(typed) : html`<p role="status">${closedWords[asked.standing]}</p><p class="actions"><a href="/services">看看办的实事</a></p>`}
</article>`,
  }
}

function viewForm({ token, choice, words, fault }: TypedAnswer): Html {
  return html`<p>这件事办得怎么样，请您说句实话。<strong>不记名</strong>：只记下选择和日期，谁评的查不出来。这个链接只能用一次。</p>
${fault && html`<div class="faults" role="alert"><p>还没有提交，您写的都还在。</p><ul><li><a href="#${fault.field === 'choice' ? `choice-${satisfactionChoices[0]}` : 'words'}">${fault.words}</a></li></ul></div>`}
<form class="ask" method="post" action="/services/answers/${token}">
<fieldset${fault?.field === 'choice' && html` aria-invalid="true"`}><legend>您满意吗（必选）</legend>
${satisfactionChoices.map(
  each =>
    html`<label class="choice"><input type="radio" id="choice-${each}" name="choice" value="${each}" required${each === choice && html` checked`}>${choiceWords[each]}</label>`,
)}</fieldset>
<p class="field"><label for="words">想说的话（可不填）</label>
<span class="hint" id="words-hint">请不要写姓名和电话。最多 ${answerLimit} 个字。</span>
<textarea id="words" name="words" rows="4" maxlength="${answerLimit}" aria-describedby="words-hint"${fault?.field === 'words' && html` aria-invalid="true"`}>
${words}</textarea></p>
<p class="actions"><button type="submit">提交评价</button></p>
</form>`
}

const choiceWords: Readonly<Record<SatisfactionChoice, string>> = {
  good: '满意',
  fair: '基本满意',
  poor: '不满意',
  unknown: '不了解',
}
const closedTitles = { used: '已经评过了', over: '评价已经结束' } as const
const closedWords = {
  used: '这个链接已经用过，您的评价收到了，谢谢。',
  over: '这件事的评价已经结束，这个链接不能再用了。',
} as const
