// The report's script: filters, findings that are packed, articles that are packed,
// decisions. It loads nothing, and the only HTML it inserts was made, and escaped,
// when the report was made.
(() => {
  'use strict';
  const PAGE = 20;
  const FIRST = 4;  // shown before the rest of a page is unpacked
  const STORE = 'rashomon:decisions';
  const WORDS = ['right', 'wrong', 'resolved'];
  const VERDICTS = ['conflict', 'disputed', 'revised'];
  const GRADES = ['exact', 'near', 'paraphrase'];
  const byId = (id) => document.getElementById(id);

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, '');
      else if (value !== false) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  async function unpack(id) {
    const packed = Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await new Response(stream).text());
  }

  function fromHtml(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  // ---- Decisions ----

  let decisions = {};  // by key

  function loadStored() {
    try {
      decisions = JSON.parse(localStorage.getItem(STORE)) || {};
    } catch {
      decisions = {};
    }
  }

  function store() {
    try {
      localStorage.setItem(STORE, JSON.stringify(decisions));
    } catch {
      say('This browser keeps nothing for files: save the decisions before you leave.');
    }
  }

  const judgementOf = (list, i) => (decisions[list.key[i]] || {}).judgement || '';

  // What a file or an audit brings; a row that is none is passed over.
  function take(rows, replace) {
    for (const row of rows) {
      if (!/^[0-9a-f]{16}$/.test(row.key) || !WORDS.includes(row.judgement)) continue;
      if (replace || !(row.key in decisions)) decisions[row.key] = row;
    }
  }

  function decide(card, change) {
    const trace = JSON.parse(card.dataset.decision);
    const now = {...trace, ...decisions[trace.key], ...change};
    decisions[trace.key] = now;
    store();
    showDecision(card);
    countDecisions();
  }

  function showDecision(card) {
    const trace = JSON.parse(card.dataset.decision);
    const now = decisions[trace.key] || trace;
    card.classList.toggle('decided', Boolean(now.judgement));
    for (const button of card.querySelectorAll('.review button')) {
      button.setAttribute('aria-pressed', String(button.value === now.judgement));
    }
    const note = card.querySelector('.review input');
    if (note !== document.activeElement) note.value = now.note || '';
  }

  function addReview(card) {
    const id = card.id;
    const group = element('div', {class: 'review', role: 'group', 'aria-label': 'Decision on ' + id});
    for (const word of WORDS) {
      const button = element('button', {type: 'button', value: word, 'aria-pressed': 'false'}, word);
      button.addEventListener('click', () => {
        const pressed = button.getAttribute('aria-pressed') === 'true';
        decide(card, {judgement: pressed ? '' : word});
      });
      group.append(button);
    }
    const note = element('input', {type: 'text', placeholder: 'Note', 'aria-label': 'Note on ' + id, maxlength: '2000'});
    note.addEventListener('change', () => decide(card, {note: note.value}));
    group.append(note);
    card.append(group);
    showDecision(card);
  }

  const decided = () => Object.values(decisions).filter((d) => d.judgement);

  function save() {
    const rows = decided().sort((a, b) => (a.key < b.key ? -1 : 1));
    const text = JSON.stringify({type: 'decisions', schema: 1, decisions: rows}, null, 1) + '\n';
    const link = element('a', {download: 'decisions.json'});
    link.href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say('Saved ' + rows.length + ' decisions.');
  }

  async function load(file) {
    try {
      const read = JSON.parse(await file.text());
      if (read.type !== 'decisions' || read.schema !== 1) throw new Error();
      take(read.decisions, true);
    } catch {
      return say(file.name + ' is not a file of decisions.');
    }
    store();
    for (const card of document.querySelectorAll('.finding')) showDecision(card);
    countDecisions();
    await filter();
    say('Read ' + decided().length + ' decisions.');
  }

  // ---- The two lists ----

  let index = null;
  let folded = [];  // of each document, its names in lower case
  const lists = [];

  class List {
    constructor(part) {
      this.part = part;
      this.box = byId('list-' + part);
      this.cards = new Map();  // by position
      this.blocks = new Map();
      this.matches = [];
      this.shown = 0;
      this.turn = 0;
      this.more = element('button', {type: 'button', class: 'more', hidden: true});
      this.more.addEventListener('click', () => this.show(this.shown + PAGE));
      this.none = element('p', {class: 'muted', hidden: true}, 'No finding is like that.');
      this.box.after(this.none, this.more);
      this.data = null;
    }

    adopt(data) {
      this.data = data;
      this.positions = new Map(data.id.map((number, i) => [this.part + number, i]));
      this.text = data.text.map((text) => text.toLowerCase());
      this.matches = data.id.map((_, i) => i);
      let i = 0;
      for (const card of [...this.box.children]) {
        addReview(card);
        this.cards.set(i++, card);
      }
      this.shown = i;
      this.label();
    }

    async card(position) {
      if (this.cards.has(position)) return this.cards.get(position);
      const block = Math.floor((position - this.data.laid_out) / index.block);
      const name = 'block-' + this.part + block;
      if (!this.blocks.has(name)) this.blocks.set(name, unpack(name));
      const html = (await this.blocks.get(name))[(position - this.data.laid_out) % index.block];
      if (!this.cards.has(position)) {
        const card = fromHtml(html);
        linkPlaces(card);
        addReview(card);
        this.cards.set(position, card);
      }
      return this.cards.get(position);
    }

    cardsOf(positions) {
      return Promise.all(positions.map((position) => this.card(position)));
    }

    // Shows the first `count` matches; done once the first of them are there.
    async show(count) {
      const turn = ++this.turn;
      const wanted = this.matches.slice(0, count);
      const first = await this.cardsOf(wanted.slice(0, FIRST));
      if (turn !== this.turn) return;
      this.shown = wanted.length;
      this.box.replaceChildren(...first);
      this.label();
      this.cardsOf(wanted.slice(FIRST)).then((rest) => {
        if (turn === this.turn) this.box.append(...rest);
      });
    }

    label() {
      const left = this.matches.length - this.shown;
      this.more.hidden = left <= 0;
      this.more.textContent = 'Show ' + Math.min(PAGE, left) + ' of ' + left.toLocaleString('en') + ' more';
      this.none.hidden = this.matches.length > 0 || this.data.id.length === 0;
    }
  }

  // ---- Filters ----

  const form = {};

  function wanted() {
    const kinds = new Set();
    for (const box of form.kinds) if (box.checked) kinds.add(box.value);
    return {
      kinds,
      source: form.source.value === '' ? -1 : Number(form.source.value),
      from: form.from.value,
      to: form.to.value,
      confidence: Number(form.confidence.value),
      state: form.state.value,
      words: form.words.value.toLowerCase().split(/\s+/).filter(Boolean),
      document: form.document.value.trim().toLowerCase(),
    };
  }

  async function filter() {
    const want = wanted();
    const docs = index.docs;
    const anyDoc = want.source >= 0 || want.from || want.to || want.document;
    const fits = docs.name.map((_, d) => {
      if (want.source >= 0 && docs.source[d] !== want.source) return false;
      if ((want.from || want.to) && !docs.day[d]) return false;
      if (want.from && docs.day[d] < want.from) return false;
      if (want.to && docs.day[d] > want.to) return false;
      return !want.document || folded[d].includes(want.document);
    });
    for (const list of lists) {
      const {kind, confidence, docs: of} = list.data;
      const matches = [];
      for (let i = 0; i < kind.length; ++i) {
        if (!want.kinds.has(kind[i]) || confidence[i] < want.confidence) continue;
        if (anyDoc && !of[i].some((d) => fits[d])) continue;
        if (!want.words.every((word) => list.text[i].includes(word) || of[i].some((d) => folded[d].includes(word)))) continue;
        if (want.state !== 'all') {
          const judgement = judgementOf(list.data, i);
          if (want.state === 'open' ? judgement : judgement !== want.state) continue;
        }
        matches.push(i);
      }
      list.matches = matches;
    }
    await Promise.all(lists.map((list) => list.show(PAGE)));
    const all = lists.reduce((sum, list) => sum + list.data.id.length, 0);
    const left = lists.reduce((sum, list) => sum + list.matches.length, 0);
    form.count.textContent = left.toLocaleString('en') + ' of ' + all.toLocaleString('en') + ' findings';
  }

  const say = (text) => {
    if (form.status) form.status.textContent = text;
  };

  const countDecisions = () => {
    const count = decided().length;
    form.save.disabled = count === 0;
    form.save.textContent = count === 0 ? 'Save decisions' : 'Save ' + count + (count === 1 ? ' decision' : ' decisions');
  };

  function labelled(text, control) {
    return element('label', {}, element('span', {}, text), control);
  }

  function addTools() {
    const present = new Map();
    for (const list of lists) {
      for (const kind of list.data.kind) present.set(kind, (present.get(kind) || 0) + 1);
    }
    form.kinds = [];
    const boxes = (kinds, legend) => {
      const found = kinds.filter((kind) => present.has(kind));
      if (found.length === 0) return '';
      const set = element('fieldset', {}, element('legend', {}, legend));
      for (const kind of found) {
        const box = element('input', {type: 'checkbox', value: kind, checked: true});
        form.kinds.push(box);
        set.append(element('label', {class: 'check ' + kind}, box, ' ' + kind + ' ', element('span', {class: 'muted'}, present.get(kind).toLocaleString('en'))));
      }
      return set;
    };
    const options = (select, rows) => {
      for (const [value, text] of rows) select.append(element('option', {value}, text));
      return select;
    };
    form.words = element('input', {type: 'search', placeholder: 'words in the findings'});
    form.source = options(element('select'), [['', 'all sources'], ...index.sources.map((name, i) => [i, name || 'not named'])]);
    form.document = element('input', {type: 'search', placeholder: 'name or title'});
    form.from = element('input', {type: 'date'});
    form.to = element('input', {type: 'date'});
    form.confidence = options(element('select'), [[0, 'any'], [50, '0.50 or more'], [70, '0.70 or more'], [80, '0.80 or more'], [90, '0.90 or more']]);
    form.state = options(element('select'), [['all', 'all'], ['open', 'open'], ['right', 'right'], ['wrong', 'wrong'], ['resolved', 'resolved']]);
    form.count = element('span', {class: 'count', role: 'status'});
    form.status = element('span', {class: 'muted', role: 'status'});
    form.save = element('button', {type: 'button'}, 'Save decisions');
    const load_ = element('input', {type: 'file', accept: '.json,application/json', class: 'skip-input', 'aria-label': 'Load decisions'});
    const reset = element('button', {type: 'reset'}, 'Clear');
    const facts = boxes(VERDICTS, 'Told differently');
    const twice = boxes(GRADES, 'Said twice');
    const rows = element('div', {class: 'fields'}, labelled('Words', form.words));
    if (index.sources.length > 1) rows.append(labelled('Source', form.source));
    if (index.docs.name.length > 1) rows.append(labelled('Article', form.document));
    if (index.docs.day.some(Boolean)) rows.append(labelled('From', form.from), labelled('To', form.to));
    if (lists[0].data.id.length > 0) rows.append(labelled('Confidence', form.confidence));
    rows.append(labelled('Decision', form.state));
    const box = element('form', {class: 'tools', 'aria-label': 'Filter'},
      element('div', {class: 'kinds'}, facts, twice), rows,
      element('div', {class: 'actions'}, form.count, reset, form.save, element('label', {class: 'button'}, 'Load decisions', load_), form.status));
    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 30);
    };
    box.addEventListener('input', soon);
    box.addEventListener('reset', () => setTimeout(filter, 0));
    box.addEventListener('submit', (event) => event.preventDefault());
    form.save.addEventListener('click', save);
    load_.addEventListener('change', () => {
      if (load_.files[0]) load(load_.files[0]);
      load_.value = '';
    });
    const summary = element('summary', {}, 'Filter and decide');
    const details = element('details', {}, summary, box);
    details.open = matchMedia('(min-width: 48rem)').matches;
    byId('tools').append(details);
    form.count.textContent = lists.reduce((sum, list) => sum + list.data.id.length, 0).toLocaleString('en') + ' findings';
    countDecisions();
  }

  // ---- Links to what is packed ----

  function linkPlaces(root) {
    for (const place of root.querySelectorAll('span.place')) {
      const link = element('a', {class: 'place', href: '#' + place.dataset.target});
      link.append(...place.childNodes);
      place.replaceWith(link);
    }
  }

  async function reveal() {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    if (!/^(F|R|doc-)\d+(-[FR]\d+)?$/.test(id) || byId(id)) {
      if (byId(id)) byId(id).scrollIntoView();
      return;
    }
    const article = /^doc-(\d+)/.exec(id);
    if (article) {
      if (!byId('article-' + article[1]) || byId(article[0])) return;
      const made = fromHtml(await unpack('article-' + article[1]));
      byId('list-articles').append(made);
    } else {
      const list = lists.find((l) => l.part === id[0]);
      const position = list.positions.get(id);
      if (position === undefined) return;
      list.box.prepend(await list.card(position));
    }
    if (byId(id)) {
      // The browser marks as target only what was there when the address changed.
      history.replaceState(null, '', '#' + id);
      location.replace('#' + id);
      byId(id).scrollIntoView();
    }
  }

  async function start() {
    loadStored();
    index = await unpack('index');
    const {name, title} = index.docs;
    folded = name.map((n, d) => (n + '\n' + title[d] + '\n' + index.sources[index.docs.source[d]]).toLowerCase());
    for (const part of ['F', 'R']) take(index[part].review, false);
    for (const part of ['F', 'R']) {
      const list = new List(part);
      lists.push(list);
      list.adopt(index[part]);
    }
    linkPlaces(document);
    addTools();
    addEventListener('hashchange', reveal);
    document.documentElement.dataset.ready = 'true';
    if (location.hash) await reveal();
  }

  start();
})();
