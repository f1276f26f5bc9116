// Comforts on top of pages that work without them.
(() => {
  'use strict';

  // A form that is on its way says so, and is not sent twice.
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.matches('[data-again]')) return;
    const button = event.submitter;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (event.target.method !== 'post') return;
    event.target.dataset.sent = 'yes';
    if (button) button.setAttribute('aria-busy', 'true');
  });

  // A page that comes back from the browser's memory can be sent again.
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('[data-sent]').forEach((form) => delete form.dataset.sent);
    document.querySelectorAll('button[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
  });

  // "/" leads to the search, as in many places.
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    const search = document.querySelector('.search input');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  });

  // With the last question answered, nothing is open any more.
  document.addEventListener('htmx:afterSettle', () => {
    const note = document.getElementById('open-questions');
    if (note && !document.querySelector('.question form > .button, .question[data-open]')) {
      document.querySelectorAll('[aria-describedby="open-questions"]').forEach((button) => button.removeAttribute('aria-describedby'));
      note.remove();
    }
  });

  // A place in a picture is chosen by touching it as well; the list beside it shows which it is.
  const choiceOf = (place) => {
    const question = place.closest('.question');
    return [...question.querySelectorAll('input[type="radio"]')].find((choice) => choice.value === place.dataset.region);
  };
  document.addEventListener('click', (event) => {
    const place = event.target.closest('[data-hotspot] [data-region]');
    const choice = place && choiceOf(place);
    if (!choice) return;
    choice.checked = true;
    choice.focus();
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  document.addEventListener('change', (event) => {
    const question = event.target.closest('.question:has([data-hotspot])');
    if (!question) return;
    question.querySelectorAll('[data-region]').forEach((place) => place.classList.toggle('region-chosen', choiceOf(place)?.checked === true));
  });

  // What must be seen of a picture is chosen in it; who cannot, or would rather not, writes the two figures.
  document.querySelectorAll('[data-focus]').forEach((group) => {
    const whole = group.querySelector('[data-focus-whole]');
    const narrow = group.querySelector('[data-focus-narrow]');
    const across = group.querySelector('[name="focus.across"]');
    const down = group.querySelector('[name="focus.down"]');
    const show = () => {
      const step = (field) => (/^\d{1,3}$/.test(field.value) ? Math.round(Math.min(100, field.value) / 5) * 5 : 50);
      narrow.className = `focus-across-${step(across)} focus-down-${step(down)}`;
    };
    whole.classList.add('is-chosen-in');
    whole.addEventListener('click', (event) => {
      const box = whole.getBoundingClientRect();
      const share = (at, from, length) => String(Math.max(0, Math.min(100, Math.round(((at - from) / length) * 100))));
      across.value = share(event.clientX, box.left, box.width);
      down.value = share(event.clientY, box.top, box.height);
      across.dispatchEvent(new Event('input', { bubbles: true }));
    });
    group.addEventListener('input', show);
  });

  // Who is no longer signed in is shown the page that says so.
  document.addEventListener('htmx:responseError', (event) => {
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 403) window.location.reload();
  });
  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('input[name="_csrf"]');
    if (token && event.detail.verb !== 'get') event.detail.parameters._csrf = token.value;
  });
})();
