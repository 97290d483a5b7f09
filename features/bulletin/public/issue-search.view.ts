import { type Html, html } from '@jianbao/platform/html'
import type { PublishedPage } from '../server/published/index.ts'

export type Wish = { readonly q: string; readonly series: string; readonly year: string }
type Choices = Pick<PublishedPage, 'seriesNames' | 'years'>

/** The wish an address holds; what no list could be asked for is left out. */
export function readWish(query: Readonly<Record<string, string>>): Wish {
  return {
    q: (query['q'] ?? '').trim().slice(0, 100).toWellFormed(),
    series: (query['series'] ?? '').slice(0, 200),
    year: /^(19|20|21)\d\d$/.test(query['year'] ?? '') ? query['year']! : '',
  }
}

/** The search form of the list of issues; works without script and keeps what was chosen. */
export function viewSearch(found: Choices, wish: Wish): Html {
  return html`<form class="search" action="/issues" role="search" aria-label="查找简报">
  <label class="wide">标题或单位<input type="search" name="q" value="${wish.q}" maxlength="100"></label>
  ${viewChoices(found, wish)}
  <button type="submit">查找</button>
</form>`
}

/** Series and year to choose from; one that is asked for and not there stays to be seen. */
export function viewChoices({ seriesNames, years }: Choices, wish: Wish): Html {
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  const names =
    wish.series && !seriesNames.includes(wish.series) ? [wish.series, ...seriesNames] : seriesNames
  const all = years.map(String)
  const shown = wish.year && !all.includes(wish.year) ? [wish.year, ...all] : all
  return html`<label>刊名<select name="series">${option('', '全部刊名', wish.series)}${names.map(name =>
    option(name, name, wish.series),
  )}</select></label>
  <label>年份<select name="year">${option('', '全部年份', wish.year)}${shown.map(year =>
    option(year, `${year} 年`, wish.year),
  )}</select></label>`
}
