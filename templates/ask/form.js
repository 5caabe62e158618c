'use strict';
(() => {
  const form = document.getElementById('form');
  const words = form.dataset;
  const byId = (id) => document.getElementById(id);
  const questions = [...form.querySelectorAll('.question')];
  const store = `ropa-form-${words.municipality}-${words.unit}-${words.print}`;
  const filled = (word, values) => word.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const says = (question) => question.querySelector('input[type="radio"]:checked').value;
  const isOfValue = (word) => word === 'value' || word === 'partial';

  const show = (question) => {
    const word = says(question);
    question.querySelector('.value').hidden = !isOfValue(word);
    const because = question.querySelector('.because');
    if (because !== null) because.hidden = word !== 'unknown';
  };

  // The fields of a part that hold an answer, as texts.
  const textsOf = (part) => [...part.querySelectorAll('.v')]
    .filter((field) => field.type !== 'checkbox' || field.checked)
    .map((field) => field.value.trim()).filter((text) => text !== '');

  const recordOf = (record) => {
    const answer = {};
    for (const part of record.querySelectorAll('.part')) {
      const texts = textsOf(part);
      if (texts.length > 0) answer[part.dataset.key] = texts;
    }
    return answer;
  };

  const answerOf = (question) => {
    const word = says(question);
    const { id, was } = question.dataset;
    if (word === 'skip') return null;
    if (word === 'unknown') return { says: 'unknown', id, was, because: byId(`${question.id}-because`).value.trim() };
    if (!isOfValue(word)) return { says: word, id, was };
    const answer = { says: 'value', id, was };
    const records = [...question.querySelectorAll('.record')].map(recordOf).filter((record) => Object.keys(record).length > 0);
    const isPlain = question.querySelector('.part[data-key=""]') !== null;
    if (isPlain) answer.texts = records.flatMap((record) => record[''] ?? []);
    else answer.records = records;
    answer.without = [...question.querySelectorAll('[data-item]')].filter((box) => !box.checked).map((box) => box.dataset.item);
    answer.partial = word === 'partial';
    return answer;
  };

  // What is wrong with an answer, and the field where that is put right.
  const faultOf = (question) => {
    const answer = answerOf(question);
    if (answer === null) return null;
    if (answer.says === 'unknown') {
      const field = byId(`${question.id}-because`);
      if (answer.because === '') return [field, words.errorBecause];
      return /<[a-z/!?]/i.test(answer.because) ? [field, words.errorHtml] : null;
    }
    if (answer.says !== 'value') return null;
    const fields = [...question.querySelectorAll('.v')];
    for (const field of fields.filter((field) => field.type !== 'checkbox')) {
      const text = field.value.trim();
      if (/<[a-z/!?]/i.test(text)) return [field, words.errorHtml];
      if (field.type === 'date' && field.validity.badInput) return [field, words.errorDate];
      if (text !== '' && field.dataset.closed !== undefined) {
        const options = [...byId(field.getAttribute('list')).options].map((option) => option.value.toLowerCase());
        if (!options.includes(text.toLowerCase())) return [field, words.errorChoice];
      }
    }
    for (const record of question.querySelectorAll('.record')) {
      const parts = [...record.querySelectorAll('.part')];
      const isBegun = parts.some((part) => textsOf(part).length > 0);
      for (const part of parts.filter((part) => isBegun && part.querySelector('.required') !== null)) {
        const label = part.querySelector('label, legend').firstChild.textContent.trim();
        if (textsOf(part).length === 0) return [part.querySelector('.v'), filled(words.errorRequired, { label })];
      }
    }
    const isEmpty = (answer.texts ?? answer.records).length === 0 && answer.without.length === 0 && !answer.partial;
    const isKept = question.querySelector('[data-item]') !== null && question.querySelector('input[value="partial"]') !== null;
    return isEmpty && !isKept ? [fields[0], words.errorEmpty] : null;
  };

  const told = (line, text) => {
    line.textContent = text;
    line.hidden = text === '';
  };

  const clearFaults = () => {
    form.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
    form.querySelectorAll('.error').forEach((line) => told(line, ''));
    byId('errors').hidden = true;
    byId('said').textContent = '';
  };

  const tell = (faults) => {
    const box = byId('errors');
    box.replaceChildren();
    const head = document.createElement('p');
    head.textContent = words.errors;
    const list = document.createElement('ul');
    for (const { field, text, line, name } of faults) {
      field.setAttribute('aria-invalid', 'true');
      told(line, text);
      const link = document.createElement('a');
      link.href = `#${field.id || line.id}`;
      link.textContent = `${name}: ${text}`;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        field.focus();
      });
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    box.append(head, list);
    box.hidden = false;
    box.focus();
  };

  const faults = () => {
    const found = [];
    for (const question of questions) {
      const fault = faultOf(question);
      if (fault === null) continue;
      const [field, text] = fault;
      field.closest('details')?.setAttribute('open', '');
      found.push({ field, text, line: byId(`${question.id}-error`), name: question.querySelector('.number').textContent });
    }
    const by = byId('by');
    const isAnswered = questions.some((question) => says(question) !== 'skip');
    const first = questions[0];
    if (!isAnswered) {
      found.push({ field: first.querySelector('input[type="radio"]'), text: words.errorNothing, line: byId(`${first.id}-error`), name: first.querySelector('.number').textContent });
    }
    if (by.value.trim() === '') found.push({ field: by, text: words.errorBy, line: byId('by-error'), name: by.labels[0].firstChild.textContent.trim() });
    return found;
  };

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const save = () => {
    const file = {
      ropa: 'answers',
      version: 1,
      municipality: words.municipality,
      unit: words.unit,
      by: byId('by').value.trim(),
      on: today(),
      comment: byId('comment').value.trim(),
      answers: questions.map(answerOf).filter((answer) => answer !== null),
    };
    const address = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = words.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    byId('said').textContent = filled(words.saved, { file: words.file });
  };

  // The state of every field, in order; lines that were added come back.
  const addLine = (button) => {
    const lines = button.parentElement.querySelectorAll('input.v');
    const last = lines[lines.length - 1];
    const line = last.cloneNode();
    line.value = '';
    line.id = `${last.id}-${lines.length}`;
    line.setAttribute('aria-label', last.getAttribute('aria-label').replace(/\d+$/, String(lines.length + 1)));
    button.before(line);
    return line;
  };
  const groups = () => [...form.querySelectorAll('.add')];
  const fields = () => [...form.querySelectorAll('input, select, textarea')];
  const state = () => ({
    lines: groups().map((button) => button.parentElement.querySelectorAll('input.v').length),
    fields: fields().map((field) => (['radio', 'checkbox'].includes(field.type) ? field.checked : field.value)),
  });

  let isKept = true;
  const keep = () => {
    try {
      localStorage.setItem(store, JSON.stringify(state()));
    } catch {
      isKept = false;
    }
    byId('draft').textContent = isKept ? words.draftKept : words.draftNotKept;
  };

  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(store));
    } catch {
      isKept = false;
    }
    if (kept === null || !Array.isArray(kept.lines) || !Array.isArray(kept.fields)) return;
    groups().forEach((button, index) => {
      const wanted = Math.min(Number(kept.lines[index]) || 0, 200);
      while (button.parentElement.querySelectorAll('input.v').length < wanted) addLine(button);
    });
    const all = fields();
    if (all.length !== kept.fields.length) return;
    all.forEach((field, index) => {
      if (['radio', 'checkbox'].includes(field.type)) field.checked = kept.fields[index] === true;
      else field.value = String(kept.fields[index] ?? '');
    });
    questions.filter((question) => question.querySelector('input[type="radio"]:checked') === null).forEach((question) => {
      question.querySelector('input[type="radio"]').checked = true;
    });
    byId('draft').textContent = words.draftBack;
  };

  const progress = () => {
    const done = questions.filter((question) => says(question) !== 'skip').length;
    const text = filled(words.progress, { done, count: questions.length });
    if (byId('progress').textContent !== text) byId('progress').textContent = text;
  };

  form.addEventListener('change', (event) => {
    const question = event.target.closest('.question');
    if (question !== null) show(question);
    progress();
    keep();
  });
  form.addEventListener('input', keep);
  form.addEventListener('click', (event) => {
    if (event.target.classList.contains('add')) {
      addLine(event.target).focus();
      keep();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearFaults();
    const found = faults();
    if (found.length > 0) tell(found);
    else save();
  });
  let isSure = false;
  byId('clear').addEventListener('click', () => {
    byId('said').textContent = isSure ? words.cleared : words.clearSure;
    if (isSure) {
      form.reset();
      clearFaults();
      questions.forEach(show);
      progress();
      try {
        localStorage.removeItem(store);
      } catch {
        isKept = false;
      }
      byId('said').textContent = words.cleared;
    }
    isSure = !isSure;
  });
  // Enter in a line of text goes on, and does not save the whole form.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.tagName === 'INPUT') event.preventDefault();
  });

  restore();
  questions.forEach(show);
  progress();
})();
