/** The form by which anybody says what is needed: what was sent, what is wrong with it, and the page that shows both. */
import { type Html, html, type PageContent, viewTrail } from '@jianbao/platform/html'
import { readMailAddress } from '@jianbao/platform/mail'
import { type Static, Type } from 'typebox'
import { type NeedKind, type NeedOffices, needKinds, needLimits } from '../contract/index.ts'
import { cleanLine, cleanText, needKindWords } from '../server/service/index.ts'

/** As wide as the form may be stretched by hand; what is too long is told on the page, with all that was typed. */
const Typed = Type.Optional(Type.String({ maxLength: 8000 }))
export const AskForm = Type.Object(
  {
    words: Typed,
    place: Typed,
    unit: Typed,
    kind: Typed,
    mail: Typed,
    /** Nobody sees it; programs fill it in. */
    site: Typed,
    token: Typed,
  },
  { additionalProperties: false },
)
export type AskForm = Static<typeof AskForm>

export type AskFault = {
  readonly field: 'words' | 'place' | 'unit' | 'kind' | 'mail' | null
  readonly words: string
}
export type AskWish = {
  readonly words: string
  readonly place: string
  readonly unitId: string
  readonly kind: NeedKind
  readonly mail: string | null
}

/** The need a form holds, or all that is wrong with it. */
export function readAsk(form: AskForm, offices: NeedOffices['rows']): AskWish | readonly AskFault[] {
  const faults: AskFault[] = []
  const fault = (field: AskFault['field'], words: string): void => void faults.push({ field, words })
  const [words, place] = [cleanText(form.words ?? ''), cleanLine(form.place ?? '')]
  const length = [...words].length
  if (length < 5) fault('words', '请写明需要什么，至少 5 个字。')
  else if (length > needLimits.words) fault('words', `最多 ${needLimits.words} 个字，现在是 ${length} 个字。`)
  if ([...place].length > needLimits.place) fault('place', `最多 ${needLimits.place} 个字。`)
  if (!offices.some(({ id }) => id === form.unit)) fault('unit', '请从列表中选择所在的市或县。')
  if (!needKinds.some(kind => kind === form.kind)) fault('kind', '请选择类别。')
  const mail = readMail(form.mail ?? '')
  if (mail === 'bad') fault('mail', '邮箱写得不完整，例如 name@example.com；不想留可以空着。')
  if ((form.site ?? '') !== '') fault(null, '有一个应当空着的栏被自动填上了，现已清空，请再点一次提交。')
  if (faults.length > 0 || mail === 'bad') return faults
  return { words, place, unitId: form.unit!, kind: form.kind as NeedKind, mail }
}

function readMail(text: string): string | null | 'bad' {
  return text.trim() === '' ? null : (readMailAddress(text) ?? 'bad')
}

export type AskPage = {
  readonly form: AskForm
  readonly faults: readonly AskFault[]
  readonly offices: NeedOffices['rows']
  readonly token: string
  /** Whether letters can leave at all: without a mail server no address is asked for. */
  readonly mails: boolean
}

export function viewAsk({ form, faults, offices, token, mails }: AskPage): PageContent {
  const faultOf = (field: AskFault['field']): string | undefined =>
    faults.find(fault => fault.field === field)?.words
  const about = (field: string, hint = false): Html => {
    const fault = faultOf(field as AskFault['field'])
    const ids = [hint && `${field}-hint`, fault && `${field}-fault`].filter(Boolean).join(' ')
    return html`${ids && html` aria-describedby="${ids}"`}${fault && html` aria-invalid="true"`}`
  }
  const said = (field: AskFault['field']): Html =>
    html`${faultOf(field) && html`<p class="fault" id="${field}-fault">${faultOf(field)}</p>`}`
  const title = faults.length > 0 ? '请修改后再提交' : '说说您的诉求'
  return {
    title,
    description: '您需要什么服务，在这里告诉我们。不记名，可凭编号查询办理情况。',
    canonical: '/services/ask',
    personal: true,
    main: html`${viewTrail(
      [
        { path: '/', label: '首页' },
        { path: '/services', label: '为群众办实事' },
      ],
      '说说您的诉求',
    )}
<article class="case">
<h1>说说您的诉求</h1>
<p>您需要什么服务，写在下面。<strong>不用写姓名</strong>，也请不要写身份证号、电话。提交后会给您一个编号，凭编号可以查办理情况。</p>
${faults.length > 0 && viewFaults(faults)}
<form class="ask" method="post" action="/services/ask">
<input type="hidden" name="token" value="${token}">
<p class="field"><label for="words">需要什么（必填）</label>
<span class="hint" id="words-hint">写清什么事、给谁、什么时候方便。最多 ${needLimits.words} 个字。</span>
<textarea id="words" name="words" rows="6" required maxlength="${needLimits.words}"${about('words', true)}>
${form.words ?? ''}</textarea></p>${said('words')}
<p class="field"><label for="unit">您在哪个市、县（必填）</label>
<select id="unit" name="unit" required${about('unit')}>${viewOffices(offices, form.unit)}</select></p>${said('unit')}
<p class="field"><label for="place">村、社区或地点（可不填）</label>
<input id="place" name="place" maxlength="${needLimits.place}" value="${form.place ?? ''}" autocomplete="off"${about('place')}></p>${said('place')}
<p class="field"><label for="kind">类别（必填）</label>
<select id="kind" name="kind" required${about('kind')}><option value="">请选择</option>${needKinds.map(
      kind =>
        html`<option value="${kind}"${kind === form.kind && html` selected`}>${needKindWords[kind]}</option>`,
    )}</select></p>${said('kind')}
${
  mails &&
  html`<p class="field"><label for="mail">邮箱（可不填）</label>
<span class="hint" id="mail-hint">只用来告诉您办得怎么样。邮箱加密保存，工作人员看不到，办结或答复后随即删除。</span>
<input id="mail" name="mail" type="email" maxlength="${needLimits.mail}" value="${form.mail ?? ''}" autocomplete="email"${about('mail', true)}></p>${said('mail')}`
}
<div class="hidden" aria-hidden="true"><label>请空着<input name="site" tabindex="-1" autocomplete="off"></label></div>
<p class="actions"><button type="submit">提交</button><a href="/services/needs">查询已提交的诉求</a></p>
</form>
</article>`,
  }
}

function viewFaults(faults: readonly AskFault[]): Html {
  return html`<div class="faults" role="alert"><p>还没有提交。您写的都还在，请修改：</p><ul>${faults.map(
    ({ field, words }) => html`<li>${field ? html`<a href="#${field}">${words}</a>` : words}</li>`,
  )}</ul></div>`
}

function viewOffices(offices: NeedOffices['rows'], chosen: string | undefined): Html {
  const option = ({ id, name }: { id: string; name: string }): Html =>
    html`<option value="${id}"${id === chosen && html` selected`}>${name}</option>`
  const cities = [...new Set(offices.map(({ cityId }) => cityId))]
  return html`<option value="">请选择</option>${cities.map(cityId => {
    const group = offices.filter(office => office.cityId === cityId)
    if (cityId === null) return html`${group.map(option)}`
    return html`<optgroup label="${group[0]!.cityName}">${group.map(option)}</optgroup>`
  })}`
}
