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
    if (note && !document.querySelector('.question form > .button')) {
      document.querySelectorAll('[aria-describedby="open-questions"]').forEach((button) => button.removeAttribute('aria-describedby'));
      note.remove();
    }
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
