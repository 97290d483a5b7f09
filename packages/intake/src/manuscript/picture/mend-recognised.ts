const full: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}

/**
 * What recognition gets wrong always in the same way: blanks between Chinese characters, half-width punctuation beside them,
 * a bracket seen twice, the dashes of a page number.
 */
export function mendRecognised(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}　-〿＀-￯“”‘’—…●])[ \t]+|[ \t]+(?=[\p{Script=Han}　-〿＀-￯“”‘’—…])/gu, '')
    .replace(/[\]［］[|]+(?=】)|(?<=【)[\]［］[|]+/g, '')
    .replace(
      /(?<=\p{Script=Han})[,;:?!](?!\d)|[(](?=\p{Script=Han})|(?<=[\p{Script=Han}”])[)]/gu,
      sign => full[sign]!,
    )
    .replace(/[〈<](?=[^〈<（）]{1,20}）)/gu, '（')
    .replace(/^[一—–\-_~]+\s?(\d{1,4})[\]|l]?\s?[一—–\-_~]+$/u, '— $1 —')
    .replace(/(?<=“[^“”"]{1,40})["“](?=[^”]*(?:“|$))/gu, '”')
    .replace(/^[@©®•·*eo]\s?(?=\p{Script=Han}|\d{1,2}月)/u, '●')
    .trim()
}
