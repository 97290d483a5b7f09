import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, joinHtml, trusted } from './index.ts'

test('values are escaped, markup and arrays are not', () => {
  expect(
    html`<p title="${'"'}">${'<b>&'}${trusted('<i>')}${[html`${1}`, html`${2}`]}${null}${false}</p>`.markup,
  ).toBe('<p title="&quot;">&lt;b&gt;&amp;<i>12</p>')
  expect(joinHtml([]).markup).toBe('')
})

test('no text breaks out of an element or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']/)
    }),
  )
})
