// What Oracle APEX sends with a page, as far as a form meets it: its events go by jQuery, and are no events of the
// browser; a handler that sets `apex.event.gCancelFlag` holds back what was announced.

window.apex = {
  jQuery: window.jQuery,
  gPageContext$: window.jQuery(document),
  event: {
    gCancelFlag: false,
    trigger(element, name, data) {
      apex.event.gCancelFlag = false;
      window.jQuery(element).trigger(name, data);
      const isCancelled = apex.event.gCancelFlag;
      apex.event.gCancelFlag = false;
      return isCancelled;
    },
  },
  item: (id) => ({ getValue: () => document.getElementById(id).value, setValue: (value) => window.jQuery(`#${id}`).val(value).trigger('change') }),
  page: {
    submit(options) {
      const { request, validate } = typeof options === 'string' ? { request: options } : options;
      const form = document.forms.wwv_flow;
      if (apex.event.trigger(apex.gPageContext$, 'apexbeforepagesubmit', request)) return;
      if (validate && !form.checkValidity()) return;
      form.p_request.value = request;
      apex.event.trigger(apex.gPageContext$, 'apexpagesubmit', request);
      form.submit();
    },
  },
};
apex.submit = apex.page.submit;
