// Search, and tables that can be sorted and filtered. Every page can be read without it.
'use strict';

// Letters that differ between the Nordic languages are one, as are upper and lower case.
const fold = (text) => text.toLowerCase().replace(/æ/g, 'ä').replace(/ø/g, 'ö').replace(/[éè]/g, 'e');

// The places of a number in the texts of a page.
const [COUNT, ALL] = ['#', '##'];

const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const isLetter = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

// A whole word is best, then its beginning, its end, and its middle: `skjuts` is the end of `skolskjuts`.
const score = (text, word) => {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0 && best < 4; at = text.indexOf(word, at + 1)) {
    const [before, after] = [isLetter(text[at - 1]), isLetter(text[at + word.length])];
    best = Math.max(best, before ? (after ? 1 : 2) : (after ? 3 : 4));
  }
  return best;
};

const stem = (word) => {
  const short = word.replace(/(arna|erna|orna|erne|ens|ets|en|et|ar|er|or|na|ne|s|a|e|n|t)$/, '');
  return short.length >= 4 ? short : word;
};

const search = (form) => {
  const index = JSON.parse(document.getElementById('index').textContent);
  const lines = index.lines.map(fold);
  const titles = index.pages.map((page) => fold(page[1]));
  const [field, status, found] = ['q', 'status', 'found'].map((id) => document.getElementById(id));

  // The best pages first. Every word must be in a page, if only by its stem.
  const find = (wanted) => {
    const scored = wanted.map((word) => {
      const own = stem(word);
      const inLines = lines.map((line) => score(line, word) || score(line, own) / 2);
      return index.pages.map((page, number) => {
        let best = [10 * (score(titles[number], word) || score(titles[number], own) / 2), -1];
        for (const line of page[2]) {
          if (inLines[line] > best[0]) best = [inLines[line], line];
        }
        return best;
      });
    });
    const hits = index.pages.map((page, number) => ({
      page,
      points: scored.every((of) => of[number][0] > 0) ? scored.reduce((sum, of) => sum + of[number][0], 0) : 0,
      line: Math.max(...scored.map((of) => of[number][1])),
    }));
    return hits.filter((hit) => hit.points > 0).sort((one, other) => other.points - one.points);
  };

  const marked = (text, wanted) => {
    const line = document.createElement('p');
    const folded = fold(text);
    let from = 0;
    while (from < text.length) {
      const spots = wanted.map((word) => [folded.indexOf(word, from), word.length]).filter(([at]) => at >= 0);
      const next = spots.sort((one, other) => one[0] - other[0])[0];
      if (next === undefined || folded.length !== text.length) break;
      line.append(text.slice(from, next[0]), element('mark', text.slice(next[0], next[0] + next[1])));
      from = next[0] + next[1];
    }
    line.append(text.slice(from));
    return line;
  };

  const show = () => {
    const wanted = words(field.value);
    const hits = wanted.length > 0 ? find(wanted) : [];
    const said = hits.length === 0 ? form.dataset.none : form.dataset.found.replace(COUNT, hits.length);
    status.textContent = wanted.length === 0 ? '' : (hits.length === 1 ? form.dataset.one : said);
    const list = document.createElement('ol');
    for (const { page, line } of hits) {
      const item = document.createElement('li');
      const link = element('a', page[1]);
      link.href = page[0];
      item.append(link);
      if (line >= 0) item.append(marked(index.lines[line], wanted));
      list.append(item);
    }
    found.replaceChildren(...(hits.length > 0 ? [list] : []));
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  field.addEventListener('input', show);
  field.value = new URLSearchParams(window.location.search).get('q') ?? '';
  show();
};

const sort = (table) => {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = element('button', head.textContent);
    button.type = 'button';
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', sign === 1 ? 'ascending' : 'descending');
      const place = (row) => Number(row.cells[column].dataset.place);
      body.append(...[...body.rows].sort((one, other) => sign * (place(one) - place(other))));
    });
  });
};

const filter = (place, table) => {
  const rows = [...table.tBodies[0].rows].map((row) => [row, fold(row.textContent)]);
  const label = element('label', place.dataset.label);
  const field = document.createElement('input');
  field.type = 'search';
  field.id = 'rows';
  label.htmlFor = field.id;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  field.addEventListener('input', () => {
    const wanted = words(field.value);
    rows.forEach(([row, text]) => { row.hidden = !wanted.every((word) => text.includes(word)); });
    const shown = rows.filter(([row]) => !row.hidden).length;
    status.textContent = place.dataset.shown.replace(ALL, rows.length).replace(COUNT, shown);
  });
  place.append(element('span', place.dataset.sort), label, field, status);
  place.hidden = false;
};

const form = document.getElementById('search');
if (form !== null) search(form);
const table = document.querySelector('table.sortable');
if (table !== null) {
  sort(table);
  filter(document.getElementById('filter'), table);
}
