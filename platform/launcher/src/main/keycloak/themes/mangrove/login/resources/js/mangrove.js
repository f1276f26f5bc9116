// Keycloak's label of the name that is being signed in with points at nothing.
document.addEventListener('DOMContentLoaded', () => {
  const name = document.getElementById('kc-attempted-username');
  const label = document.querySelector('label[for="username"]');
  if (name && label) label.htmlFor = name.id;
});
