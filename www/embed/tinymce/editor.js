// An editor as TinyMCE's guide has it.
export const [editor] = await tinymce.init({
  selector: '#notes',
  plugins: 'lists link table image',
  height: 320,
  promotion: false,
  statusbar: false,
});
