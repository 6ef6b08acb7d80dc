# Prints as JSON what Ruby itself says that constants and calls in a repository mean.
#
# Usage: ruby ruby_answers.rb ROOT FILE... > answers.json, with the -I that the files need. The
# files, of tests, are loaded and their tests run by minitest; each call of a method of the
# repository is noted with the line that it comes from. Afterwards all constants are looked up in
# what is loaded then, and calls without receiver in the class around.

require "json"
require "set"

ROOT = File.realpath(ARGV.shift) + "/"
CALLS = Hash.new { |hash, key| hash[key] = Set.new }
CONSTANTS = []
OWN_CALLS = []
DEFINED = Hash.new { |hash, key| hash[key] = Set.new }

def inside(path)
  path.start_with?(ROOT) ? path.delete_prefix(ROOT) : nil
end

TRACE = TracePoint.new(:call) do |call|
  next unless call.path.start_with?(ROOT)
  from = caller_locations(2, 1)&.first
  next unless from&.path&.start_with?(ROOT)
  to = [inside(call.path), call.lineno]
  names = [call.callee_id.to_s, call.method_id.to_s]
  names << "new" if call.method_id == :initialize
  names << "super" if from.base_label == call.method_id.to_s
  names.uniq.each { |name| CALLS[[inside(from.path), from.lineno, name]] << to }
end

# Looks constants and own calls up in the tree of one file.
class Reader
  def initialize(path)
    @path = path
    @column_of = File.readlines(path, mode: "rb")
  end

  def read
    visit(RubyVM::AbstractSyntaxTree.parse_file(@path), [], nil)
  rescue SyntaxError
    nil
  end

  private

  def visit(node, nesting, owner)
    return unless node.is_a?(RubyVM::AbstractSyntaxTree::Node)
    case node.type
    when :CLASS, :MODULE then visit_module(node, nesting)
    when :SCLASS then visit_singleton(node, nesting)
    when :DEFN then visit(node.children[1], nesting, @singleton || nesting.first)
    when :DEFS
      visit(node.children[2], nesting, nesting.first&.singleton_class)
    when :CDECL
      note_definition(node, nesting)
      node.children.each { |child| visit(child, nesting, owner) }
    when :CONST
      note(node, node.children[0], find(node.children[0], nesting))
    when :COLON3
      note(node, node.children[0], [Object, node.children[0]])
    when :COLON2
      visit(node.children[0], nesting, owner)
      from = value(node.children[0], nesting)
      note(node, node.children[1], member(from, node.children[1])) if from.is_a?(Module)
    else
      note_own_call(node, owner) if %i[FCALL VCALL].include?(node.type) && owner
      node.children.each { |child| visit(child, nesting, owner) }
    end
  end

  def visit_module(node, nesting)
    path, *rest = node.children
    body = rest.last
    superclass = node.type == :CLASS ? rest.first : nil
    visit(superclass, nesting, nil)
    visit(path.children[0], nesting, nil) if path.type == :COLON2
    found = named(path, nesting)
    return unless found
    id = full(*found)
    DEFINED[id] << [inside(@path), path.last_lineno] if id
    around = found[0].const_get(found[1])
    return unless around.is_a?(Module)
    singleton, @singleton = @singleton, nil
    visit(body, [around, *nesting], around.singleton_class)
    @singleton = singleton
  rescue NameError, LoadError
    nil
  end

  def visit_singleton(node, nesting)
    singleton, @singleton = @singleton, nesting.first&.singleton_class
    visit(node.children[1], nesting, nil)
    @singleton = singleton
  end

  def named(path, nesting)
    return [Object, path.children[0]] if path.type == :COLON3
    from = path.children[0] ? value(path.children[0], nesting) : (nesting.first || Object)
    from.is_a?(Module) && from.const_defined?(path.children[1], false) ? [from, path.children[1]] : nil
  end

  def note_definition(node, nesting)
    first = node.children[0]
    return unless first.is_a?(Symbol)
    from = nesting.first || Object
    id = full(from, first)
    DEFINED[id] << [inside(@path), node.first_lineno] if id
  end

  def find(name, nesting)
    scope = nesting.find { |one| one.const_defined?(name, false) }
    return [scope, name] if scope
    member(nesting.first || Object, name) || member(Object, name)
  end

  def member(from, name)
    owner = from.ancestors.find { |one| one.const_defined?(name, false) }
    owner && [owner, name]
  end

  def value(node, nesting)
    found = case node.type
            when :CONST then find(node.children[0], nesting)
            when :COLON3 then [Object, node.children[0]]
            when :COLON2
              from = value(node.children[0], nesting)
              from.is_a?(Module) ? member(from, node.children[1]) : nil
            end
    found && found[0].const_get(found[1])
  rescue NameError, LoadError
    nil
  end

  def full(owner, name)
    return name.to_s if owner == Object
    owner.name && "#{owner.name}::#{name}"
  end

  def note(node, name, found)
    return unless found
    found[0].const_get(found[1])
    id = full(*found)
    column = node.last_column - name.to_s.bytesize
    CONSTANTS << [inside(@path), node.last_lineno, column, id] if id
  rescue NameError, LoadError
    nil
  end

  def note_own_call(node, owner)
    name = node.children[0]
    place = owner.instance_method(name).source_location
    path = place && inside(File.expand_path(place[0]))
    OWN_CALLS << [inside(@path), node.first_lineno, node.first_column, name, [path, place[1]]] if path
  rescue NameError, LoadError
    nil
  end
end

def report
  TRACE.disable
  Dir.glob("#{ROOT}**/*.rb").sort.each { |path| Reader.new(path).read }
  calls = CALLS.map { |key, places| [*key, places.to_a] }
  answers = { constants: CONSTANTS, defined: DEFINED.transform_values(&:to_a), calls: calls,
              own_calls: OWN_CALLS }
  File.write(ENV.fetch("ANSWERS"), JSON.generate(answers))
end

TRACE.enable
require "minitest"
Minitest.after_run { report } if ENV["RUN"] == "minitest"
at_exit { report } if ENV["RUN"] != "minitest"
ARGV.map { |path| File.expand_path(path) }.each do |path|
  require path
rescue LoadError, StandardError => error
  warn "#{path}: #{error.message[0, 100]}"
end
ARGV.clear
