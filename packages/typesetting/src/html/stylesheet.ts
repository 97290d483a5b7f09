/** Styles of a bulletin on a page: everything is below `.jianbao`, sizes are relative, so large type only needs a larger font size. */
export const bulletinStylesheet = `
.jianbao {
  --jianbao-red: #c8000d;
  --jianbao-rule: currentColor;
  --jianbao-fang: FangSong, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", "Noto Serif SC", serif;
  --jianbao-kai: KaiTi, KaiTi_GB2312, STKaiti, "LXGW WenKai", serif;
  --jianbao-hei: SimHei, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --jianbao-song: "FZXiaoBiaoSong-B05S", "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif SC", serif;
  max-width: 32em;
  margin: 0 auto;
  padding: 1.5em 1em 2em;
  background: #fff;
  color: #1a1a1a;
  font: 1.125rem/1.85 var(--jianbao-fang);
  overflow-wrap: anywhere;
  text-autospace: no-autospace;
}
.jianbao p { margin: 0; text-indent: 2em; text-align: justify; }
.jianbao-masthead { text-align: center; border-bottom: 3px solid var(--jianbao-red); padding-bottom: .6em; margin-bottom: 1.6em; }
.jianbao-masthead p { text-indent: 0; text-align: inherit; }
.jianbao-marks, .jianbao-issued { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5em; }
.jianbao-marks { font-family: var(--jianbao-hei); }
.jianbao-series { margin: .3em 0; color: var(--jianbao-red); font-family: var(--jianbao-song); font-weight: 900; font-size: 1.5em; line-height: 1.35; }
.jianbao-series span { display: block; }
.jianbao-kind { font-size: 1.9em; letter-spacing: .35em; margin-right: -.35em; }
.jianbao-issue { margin: .2em 0 .6em; }
.jianbao-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.jianbao-column { margin: 2em 0 .6em; font: 600 1em/1.6 var(--jianbao-hei); }
.jianbao-title { margin: 1.1em 0 .9em; font: 700 1.35em/1.5 var(--jianbao-song); text-align: center; text-wrap: balance; word-break: keep-all; }
.jianbao-title span { display: inline-block; max-width: 100%; text-wrap: balance; }
.jianbao-level-1, .jianbao-level-2, .jianbao-level-3, .jianbao-level-4 { margin: 0; padding-left: 2em; font-size: 1em; font-weight: 400; line-height: inherit; }
.jianbao-level-1 { font-family: var(--jianbao-hei); font-weight: 600; }
.jianbao-level-2 { font-family: var(--jianbao-kai); }
.jianbao ul { margin: 0; padding: 0; list-style: none; }
.jianbao li { text-indent: 2em; text-align: justify; }
.jianbao li::before { content: "●"; margin-right: .35em; font-size: .7em; vertical-align: .12em; }
.jianbao blockquote { margin: 0 0 0 2em; font-family: var(--jianbao-kai); }
.jianbao figure { margin: 1em 0; text-align: center; }
.jianbao-no-image { border: 1px solid #999; padding: 2em 1em; }
.jianbao figure p { text-indent: 0; text-align: center; }
.jianbao figure img { max-width: 100%; height: auto; }
.jianbao figcaption, .jianbao-contributor { font-family: var(--jianbao-kai); }
.jianbao figcaption { font-size: .875em; }
.jianbao p.jianbao-contributor { text-align: right; text-indent: 0; padding-right: 1em; }
.jianbao-imprint { margin-top: 2.5em; border-block: 2px solid var(--jianbao-rule); font-size: .9em; }
.jianbao-imprint dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; }
.jianbao-imprint dt, .jianbao-imprint dd { margin: 0; padding: .35em 0; }
.jianbao-imprint dt { padding-left: 1em; }
.jianbao-imprint dd { padding-right: 1em; }
.jianbao-imprint dt:not(:first-of-type), .jianbao-imprint dt:not(:first-of-type) + dd { border-top: 1px solid var(--jianbao-rule); }
.jianbao-imprint p { display: flex; flex-wrap: wrap; justify-content: space-between; padding: .35em 1em; text-indent: 0; border-top: 1px solid var(--jianbao-rule); }
.jianbao-imprint p.jianbao-seal { justify-content: end; border-top: 0; color: #5c5c5c; font-size: .72em; }
.jianbao-magazine { --jianbao-red: #9c2b2a; font-family: "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif SC", serif; }
.jianbao-cover { margin: -1.5em -1em 1.8em; padding: 1.5em 1.5em 0; background: var(--jianbao-red); color: #fff; }
.jianbao-name { margin: 0; padding: .6em 0 .5em; font: 900 2.6em/1.25 var(--jianbao-song); letter-spacing: .04em; text-wrap: balance; word-break: keep-all; }
.jianbao p.jianbao-facts { display: flex; flex-wrap: wrap; gap: 0 1.5em; padding: .5em 0 .9em; font: .95em/1.7 var(--jianbao-hei); text-indent: 0; }
.jianbao-cover img { display: block; width: calc(100% + 3em); margin: 0 -1.5em; max-height: 24em; object-fit: cover; }
.jianbao-contents { margin-bottom: 2.5em; }
.jianbao-contents :is(h2, h3) { margin: 0 0 .4em; color: var(--jianbao-red); font: 900 1.4em/1.5 var(--jianbao-song); letter-spacing: .3em; }
.jianbao-contents ol { margin: 0; padding: 0; list-style: none; font-size: .95em; line-height: 1.6; }
.jianbao-contents li { padding: .15em 0; text-indent: 0; text-align: start; }
.jianbao-contents li::before { content: none; }
.jianbao-contents a { color: inherit; text-decoration: none; }
.jianbao-contents a:is(:hover, :focus-visible) { color: var(--jianbao-red); text-decoration: underline; }
.jianbao-contents li span { color: #5c5c5c; font-family: var(--jianbao-kai); font-size: .9em; }
.jianbao-contents .jianbao-to-column { margin-top: .7em; padding-bottom: .1em; border-bottom: 1px solid var(--jianbao-red); font-family: var(--jianbao-hei); font-weight: 600; }
.jianbao-contents .jianbao-to-column a { color: var(--jianbao-red); }
.jianbao-magazine .jianbao-column { margin: 2.4em 0 1em; padding-bottom: .2em; border-bottom: 3px solid var(--jianbao-red); color: var(--jianbao-red); font: 900 1.5em/1.5 var(--jianbao-song); }
.jianbao-magazine .jianbao-title { margin-top: 1.6em; text-align: start; }
.jianbao-magazine .jianbao-subtitle { display: block; margin-top: .2em; font: 400 .78em/1.6 var(--jianbao-kai); word-break: normal; }
.jianbao p.jianbao-byline { margin: -.4em 0 .9em; color: #5c5c5c; font-family: var(--jianbao-kai); text-indent: 0; text-align: start; }
.jianbao p.jianbao-issuer { margin: .4em 0; color: var(--jianbao-red); font: 900 1.9em/1.4 var(--jianbao-song); letter-spacing: .06em; text-wrap: balance; }
.jianbao-issuer span { display: block; }
.jianbao p.jianbao-to { text-indent: 0; }
.jianbao p.jianbao-note { font-size: .875em; }
.jianbao p.jianbao-attachments { margin-top: 1.85em; padding-left: 5em; text-indent: -3em; text-align: start; }
.jianbao p.jianbao-attachments br + span { margin-left: 3em; }
.jianbao p.jianbao-signature { margin: 3em 2em 0 auto; width: fit-content; max-width: 100%; text-indent: 0; text-align: center; }
.jianbao p.jianbao-label { margin-top: 2em; font-family: var(--jianbao-hei); text-indent: 0; }
.jianbao-new-page { margin: 3em 0; border: 0; border-top: 1px dashed #bbb; }
.jianbao-table { margin: .8em 0; overflow-x: auto; }
.jianbao-table table { width: 100%; border-collapse: collapse; font-size: .83em; line-height: 1.5; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.jianbao-table caption { padding: .3em; font-family: var(--jianbao-hei); }
.jianbao-table :is(th, td) { padding: .3em .45em; border: 1px solid currentColor; text-align: center; min-width: 2.6em; }
.jianbao-table th { font: 600 1em/1.5 var(--jianbao-hei); }
.jianbao-table td { overflow-wrap: anywhere; }
.jianbao-table td.jianbao-left { text-align: start; }
.jianbao-table td.jianbao-right { text-align: end; }
@media (max-width: 480px) {
  .jianbao-cover { margin-inline: -.9em; }
  .jianbao-name { font-size: 2em; }
  .jianbao { padding-inline: .9em; }
  .jianbao-title { font-size: 1.2em; }
  .jianbao-series { font-size: 1.25em; }
  .jianbao-issued { justify-content: center; }
}
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  .jianbao { max-width: none; padding: 0; font-size: 16pt; line-height: 29.6pt; }
  .jianbao-magazine { font-size: 10.5pt; line-height: 17pt; }
  /* Browsers print no backgrounds. */
  .jianbao-cover { margin: 0 0 2em; padding: 0; background: none; color: var(--jianbao-red); border-bottom: 3px solid var(--jianbao-red); }
  .jianbao-magazine section > article { columns: 2; column-gap: 24pt; }
  .jianbao-magazine section { break-before: page; }
  .jianbao-magazine .jianbao-title { column-span: all; }
  .jianbao :is(h2, h3, h4, h5, h6) { break-after: avoid; }
  .jianbao figure, .jianbao-imprint, .jianbao-signature, .jianbao-table tr { break-inside: avoid; }
  .jianbao-table { overflow: visible; }
  .jianbao-new-page { break-after: page; margin: 0; border: 0; }
}
`.trim()
