package vn.tongket.workflow.sample;

/** Stands for a bean of a model in tests of what expressions may reach. */
public class SampleDelegate {

    public String greet(String name) {
        return "Xin chào " + name;
    }
}
