/* Grids of rows that are typed down a column. The page works whole without this; with it
 *   - a row is saved as one leaves it, and the server's row takes its place (version, state, what others gave);
 *   - arrow up and down, and Enter, go along the column; Ctrl+S saves what is left, or does what the button data-save does, and Ctrl+Shift+S
 *     what the button data-ready does, where there is one; what is on its way is waited for first;
 *   - a grade follows the points by the boundaries, until one chooses another.
 * <form data-grid="ADDRESS" …>: ADDRESS and a row's name give the page with that row. data-boundaries="POSITION:FROM …".
 * <tr data-row="NAME" id="row-NAME"> with fields FIELD-NAME. Texts come in data-saving, data-saved, data-failed. */
'use strict';
for (const form of document.querySelectorAll('form[data-grid]')) {
  const status = form.querySelector('[data-status]');
  const boundaries = (form.dataset.boundaries || '').trim().split(/\s+/).filter(Boolean)
    .map((one) => one.split(':').map(Number)).sort((a, b) => a[0] - b[0]);
  let queue = Promise.resolve(), waiting = 0;

  const rowOf = (element) => element.closest('tr[data-row]');
  const fieldsOf = (row) => [...row.querySelectorAll('input[name], select[name], textarea[name]')];
  const fieldName = (element) => element.name.slice(0, element.name.length - rowOf(element).dataset.row.length - 1);
  const ticksOf = (row) => fieldsOf(row).filter((field) => field.type === 'checkbox'); // what is to be done with the row, nothing that it holds
  const typed = (row) => JSON.stringify(fieldsOf(row).filter((field) => field.type !== 'checkbox').map((field) => [field.name, field.value]));
  const known = new WeakMap([...form.querySelectorAll('tr[data-row]')].map((row) => [row, typed(row)]));
  const say = (text) => { if (status) status.textContent = text || ''; };

  const gradeOf = (points) => boundaries.reduce((best, [position, from]) => (points >= from ? position : best), 1);
  const number = (text) => (/^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN);
  const follow = (input) => {
    const grade = form.elements['grade-' + rowOf(input).dataset.row];
    const before = number(input.dataset.before || ''), now = number(input.value);
    const proposed = Number.isNaN(before) ? '' : String(gradeOf(before));
    if (grade && boundaries.length && !Number.isNaN(now) && (grade.value === '' || grade.value === proposed)) grade.value = String(gradeOf(now));
    input.dataset.before = input.value;
  };

  /* The server's row in the place of ours, ticked as ours is. Whoever has gone on typing there keeps what is typed, with the new version. */
  const take = (row, answer) => {
    const fresh = document.importNode(answer, true);
    if (row.contains(document.activeElement)) {
      for (const field of fieldsOf(fresh)) {
        const own = form.elements[field.name];
        if (own && own.type === 'hidden') own.value = field.value;
      }
      known.set(row, typed(fresh));
      return;
    }
    for (const tick of ticksOf(fresh)) tick.checked = form.elements[tick.name]?.checked ?? false;
    row.replaceWith(fresh);
    known.set(fresh, typed(fresh));
  };

  const send = async (name) => {
    const row = document.getElementById('row-' + name);
    if (!row || typed(row) === known.get(row)) return;
    const body = new URLSearchParams({ token: form.elements.token.value, here: new URLSearchParams({ q: name }) });
    for (const field of fieldsOf(row)) if (field.type !== 'checkbox') body.append(field.name, field.value);
    say(form.dataset.saving);
    row.dataset.unsaved = '1';
    const response = await fetch(form.dataset.grid + encodeURIComponent(name), { method: 'POST', body, credentials: 'same-origin' });
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('row-' + name);
    if (!answer) throw new Error(String(response.status));
    take(row, answer);
    if (!response.ok) {
      const own = document.getElementById('row-' + name);
      own.dataset.unsaved = '1';
      say(own.querySelector('.ds-validation-message')?.textContent || form.dataset.failed);
      return;
    }
    delete row.dataset.unsaved;
    if (waiting === 1) say(form.dataset.saved);
  };
  const save = (row) => {
    if (typed(row) === known.get(row)) return queue;
    waiting += 1;
    queue = queue.then(() => send(row.dataset.row)).catch(() => say(form.dataset.failed)).finally(() => { waiting -= 1; });
    return queue;
  };

  const move = (element, step) => {
    const name = fieldName(element), rows = [...form.querySelectorAll('tr[data-row]')];
    const next = rows[rows.indexOf(rowOf(element)) + step];
    const field = next && form.elements[name + '-' + next.dataset.row];
    if (!field) return false;
    field.focus();
    if (field.select) field.select();
    return true;
  };

  form.addEventListener('focusin', (event) => { if (rowOf(event.target) && 'value' in event.target) event.target.dataset.before ??= event.target.value; });
  form.addEventListener('focusout', (event) => {
    const row = rowOf(event.target);
    if (row && !row.contains(event.relatedTarget) && !event.relatedTarget?.matches?.('button')) save(row);
  });
  form.addEventListener('input', (event) => { if (rowOf(event.target) && event.target.name?.startsWith('points-')) follow(event.target); });
  form.addEventListener('keydown', (event) => {
    const element = event.target, row = rowOf(element), plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!row || !plain || !element.name || element.tagName === 'BUTTON') return;
    const up = event.key === 'ArrowUp', down = event.key === 'ArrowDown', enter = event.key === 'Enter' && element.tagName !== 'TEXTAREA';
    if (!(enter || (element.tagName === 'INPUT' && (up || down)))) return;
    event.preventDefault();
    if (!move(element, up || event.shiftKey ? -1 : 1)) save(row);
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    const button = form.querySelector(event.shiftKey ? '[data-ready]' : '[data-save]');
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
  /* Whoever leaves the page is asked while something typed is on its way, refused, or still in its row; not who sends the form. */
  let sent = false, asked = false;
  form.addEventListener('submit', (event) => {
    sent = waiting === 0;
    if (sent) return;
    event.preventDefault();
    if (!asked) queue.then(() => { asked = false; form.requestSubmit(event.submitter); });
    asked = true;
  });
  const left = (row) => row.dataset.unsaved || typed(row) !== known.get(row);
  addEventListener('beforeunload', (event) => {
    if (waiting > 0 || (!sent && [...form.querySelectorAll('tr[data-row]')].some(left))) event.preventDefault();
  });
}
/* <input data-counted="ID" maxlength="120">: how many letters it has stands in the element ID, "30 / 120". */
for (const input of document.querySelectorAll('input[data-counted]')) {
  const count = document.getElementById(input.dataset.counted);
  input.addEventListener('input', () => { count.textContent = `${[...input.value].length} / ${input.maxLength}`; });
}
